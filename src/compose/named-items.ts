import { shown } from "../values/mistake";
import { parseName } from "./names";
import type { Place } from "./place";

/** Things of one kind in a compose file, by name, in the order in which they were added. */
export class NamedItems<T> {
  private readonly items = new Map<string, T>();

  constructor(
    private readonly kind: string,
    private readonly place: Place,
  ) {}

  public add(name: string, item: T): T {
    parseName(this.kind, name, this.place);
    if (this.items.has(name)) {
      throw this.place.mistake({
        what: `there is a ${this.kind} ${shown(name)} already`,
        allowed: `each ${this.kind} has a name of its own`,
        fix: `rename one, or find the first by its name`,
      });
    }
    this.items.set(name, item);
    return item;
  }

  public find(name: string): T {
    const item = this.items.get(name);
    if (item !== undefined) return item;
    const names = [...this.items.keys()].map(shown).join(", ");
    throw this.place.mistake({
      what: `there is no ${this.kind} ${shown(name)}`,
      allowed: names === "" ? `the file has no ${this.kind} yet` : `there is ${names}`,
      fix: `use a name of these, or add the ${this.kind} first`,
    });
  }

  public tryFind(name: string): T | undefined {
    return this.items.get(name);
  }

  public get all(): T[] {
    return [...this.items.values()];
  }
}
