import { type Mistake, shown } from "../../values/mistake";
import { type Entry, identity } from "../properties/merge-entries";
import type { Place } from "../properties/place";
import { isOtherHealthCheck } from "./compose-health-check";

/** What the user gave a service: each property once. */
export class UserEntries {
  private readonly byIdentity = new Map<string, Entry>();

  constructor(private readonly place: Place) {}

  /**
   * Takes all of the entries or, where one conflicts, none.
   *
   * @returns those that were not given before
   * @throws where a property has another value already
   */
  public take(entries: readonly Entry[]): readonly Entry[] {
    const added = new Map<string, Entry>();
    for (const entry of entries) {
      const before = this.byIdentity.get(identity(entry)) ?? added.get(identity(entry));
      const other = [...this.byIdentity.values(), ...added.values()].find((each) => isOtherHealthCheck(each, entry));
      if (other !== undefined) throw this.apart(other, entry);
      if (before === undefined) added.set(identity(entry), entry);
      else this.checkSame(before, entry);
    }
    for (const [key, entry] of added) this.byIdentity.set(key, entry);
    return [...added.values()];
  }

  /** The properties, each as often as it has values. */
  public get properties(): readonly string[] {
    return [...this.byIdentity.values()].map(({ path: [property] }) => property);
  }

  /** The values of a property. */
  public of(property: string): readonly unknown[] {
    const entries = [...this.byIdentity.values()];
    return entries.filter(({ path: [name] }) => name === property).map(({ value }) => value);
  }

  private checkSame(before: Entry, after: Entry): void {
    if (JSON.stringify(before.value) === JSON.stringify(after.value)) return;
    const key = after.key === "" ? "" : ` ${after.key}`;
    throw this.place.mistake({
      what: `${after.path.join(".")}${key} is ${told(before)} already and can't be ${told(after)} too`,
      allowed: "a property is given once",
      fix: "keep one of the two",
    });
  }

  private apart(...entries: readonly Entry[]): Mistake {
    const [before, after] = entries.map(({ path }) => path.join("."));
    return this.place.mistake({
      what: `${before} and ${after} don't go together`,
      allowed: "a health check runs one command, and none where it is disabled",
      fix: "leave one of the two out",
    });
  }
}

/** A value as a message shows it, without what is empty. */
function told({ value }: Entry): string {
  const isEmpty = (part: unknown) => typeof part === "object" && part !== null && Object.keys(part).length === 0;
  return JSON.stringify(value, (_, part) => (isEmpty(part) ? undefined : part)) ?? shown(value);
}
