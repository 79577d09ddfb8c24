import { shown } from "../../values/mistake";
import { parseKey } from "./names";
import type { Place } from "./place";
import type { Merged, Properties, Property } from "./property";

/** One parsed value of one property: the smallest thing that can be given twice. */
export interface Entry {
  /** The property and the groups it stands in, outermost first. */
  readonly path: readonly string[];
  readonly kind: "single" | "named" | "many" | "group";
  /** What tells the value from others of its property: empty, a name, or a key of the value. */
  readonly key: string;
  readonly slot: string;
  readonly value: unknown;
}

/** Parses what was given into entries. */
export function entriesOf(
  properties: Properties,
  given: object,
  place: Place,
  above: readonly string[] = [],
): readonly Entry[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const path = [...above, name];
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property !== undefined) return value === undefined ? [] : entriesOfProperty(property, value, place, path);
    throw place.mistake({
      what: `${shown(path.join("."))} is no property`,
      allowed: `allowed are ${Object.keys(properties).join(", ")}`,
      fix: "use one of these, or addOverride of the file for what isn't here yet",
    });
  });
}

function entriesOfProperty(
  property: Property,
  value: unknown,
  place: Place,
  path: readonly string[],
): readonly Entry[] {
  const here = place.at(path.join("."));
  if (value === null) throw here.mistake({ what: "null is no value", fix: "leave the property out" });
  switch (property.kind) {
    case "single":
      return [{ path, kind: "single", key: "", slot: "", value: property.parse(value as never, here) }];
    case "named":
      return Object.entries(value as object).map(([key, item]) => {
        parseKey(key, here);
        return { path, kind: "named", key, slot: key, value: property.parse(item as never, here, key) };
      });
    case "many":
      return (value as readonly never[]).map((item) => {
        const parsed = property.parse(item, here) as never;
        return { path, kind: "many", key: property.key(parsed), slot: property.slot(parsed), value: parsed };
      });
    case "group":
      // The group itself is an entry: given without any property, it is there all the same.
      return [
        { path, kind: "group", key: "", slot: "", value: {} },
        ...entriesOf(property.properties, value as object, place, path),
      ];
    case "groups":
      return [
        { path, kind: "group", key: "", slot: "", value: {} },
        ...Object.entries(value as object).flatMap(([name, item]): readonly Entry[] => [
          { path: [...path, parseKey(name, here)], kind: "group", key: "", slot: "", value: {} },
          ...entriesOf(property.properties, item as object, place, [...path, name]),
        ]),
      ];
  }
}

/** What makes two entries the same one, or a conflict. */
export function identity(entry: Entry): string {
  return JSON.stringify([entry.path, entry.key]);
}

/** An entry, and who gave it. */
export interface GivenEntry {
  readonly entry: Entry;
  readonly isDefault: boolean;
}

/**
 * Puts entries together, in their order.
 *
 * A user's entry takes the slot of every default, whichever came first; of two defaults the later one wins.
 *
 * @param replaces whether an entry takes the place of a default that has another slot
 */
export function mergeEntries<P>(
  _properties: P,
  given: readonly GivenEntry[],
  replaces: (entry: Entry, byDefault: Entry) => boolean = () => false,
): Merged<P> {
  const slot = (entry: Entry) => JSON.stringify([entry.path, entry.slot]);
  const taken = new Set(given.filter((each) => !each.isDefault).map((each) => slot(each.entry)));
  const kept = new Map<string, Entry>();
  for (const [at, { entry, isDefault }] of given.entries()) {
    const isReplaced = (each: GivenEntry, place: number) =>
      (!each.isDefault || place > at) && replaces(each.entry, entry);
    if (isDefault && given.some(isReplaced)) continue;
    if (!isDefault || !taken.has(slot(entry)) || entry.kind === "group") kept.set(identity(entry), entry);
  }
  const merged: { [name: string]: unknown } = {};
  for (const entry of kept.values()) place(merged, entry);
  return merged as Merged<P>;
}

function place(merged: { [name: string]: unknown }, { path, kind, key, value }: Entry): void {
  const last = path[path.length - 1];
  let at = merged;
  for (const name of path.slice(0, -1)) at = at[name] as { [name: string]: unknown };
  if (kind === "single") at[last] = value;
  if (kind === "group") at[last] = {};
  if (kind === "many") {
    at[last] ??= [];
    (at[last] as unknown[]).push(value);
  }
  if (kind === "named") {
    at[last] ??= new Map();
    (at[last] as Map<string, unknown>).set(key, value);
  }
}
