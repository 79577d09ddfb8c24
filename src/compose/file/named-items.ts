import { shown } from "../../values/mistake";
import { parseName } from "../properties/names";
import type { Place } from "../properties/place";

/** Things of one kind in a compose file, by name, in the order in which they were added; computed ones come last. */
export class NamedItems<T> {
  private readonly items = new Map<string, T>();
  private computed = new Map<string, T>();
  private isComputing = false;

  constructor(
    private readonly kind: string,
    private readonly place: Place,
    /** How the one who added an item gives it another name. */
    private readonly renaming: (item: T) => string | undefined = () => undefined,
  ) {}

  public add(name: string, item: T): T {
    parseName(this.kind, name, this.place);
    if (this.isComputing) {
      this.computed.set(name, item);
      return this.find(name);
    }
    const first = this.items.get(name);
    if (first !== undefined) {
      const renaming = this.renaming(first);
      throw this.place.mistake({
        what: `there is a ${this.kind} ${shown(name)} already`,
        allowed: `each ${this.kind} has a name of its own`,
        fix: `rename one, ${renaming === undefined ? "" : `the first by ${renaming}, `}or find the first by its name`,
      });
    }
    this.items.set(name, item);
    return item;
  }

  /** Computes items afresh: what is added meanwhile stands where the user added nothing of that name. */
  public compute(add: () => void): void {
    this.computed = new Map();
    this.isComputing = true;
    try {
      add();
    } finally {
      this.isComputing = false;
    }
  }

  public find(name: string): T {
    const item = this.tryFind(name);
    if (item !== undefined) return item;
    const names = [...this.merged.keys()].map(shown).join(", ");
    throw this.place.mistake({
      what: `there is no ${this.kind} ${shown(name)}`,
      allowed: names === "" ? `the file has no ${this.kind} yet` : `there is ${names}`,
      fix: `use a name of these, or add the ${this.kind} first`,
    });
  }

  public tryFind(name: string): T | undefined {
    return this.merged.get(name);
  }

  public get all(): T[] {
    return [...this.merged.values()];
  }

  private get merged(): Map<string, T> {
    return new Map([...this.items, ...[...this.computed].filter(([name]) => !this.items.has(name))]);
  }
}
