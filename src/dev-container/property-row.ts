import { Mistake, shown } from "../values/mistake";
import { type Entry, type EntrySection, WHOLE } from "./entry-log";
import type { PropertyPlace } from "./property-place";

type Pair = readonly [key: string, value: unknown];

/** Checks a value by itself, and says what entries it has; those of one key mean the same thing. */
export type Row<V> = (value: V, place: PropertyPlace, name: EntrySection) => (Pair | Entry)[];

/** A property of one value. */
export function one<V>(check: (value: V, place: PropertyPlace) => void = () => {}): Row<V> {
  return (value, place) => {
    check(value, place);
    return [[WHOLE, value]];
  };
}

/** A property that grows by values. */
export function list<V>(pairOf: (value: V, place: PropertyPlace) => Pair): Row<V[]> {
  return (values, place) => values.map((value) => pairOf(value, place));
}

/** A property that grows by values under names. */
export function map<V>(
  check: (name: string, value: V, place: PropertyPlace) => void = () => {},
): Row<{ [name: string]: V }> {
  return (values, place, section) =>
    Object.entries(values).map(([name, value]) => {
      checkGiven(section, name, value, place);
      check(name, value, place);
      return [name, value];
    });
}

/** A property whose own properties are set one by one. */
export function group<V extends object>(check: (name: string, value: unknown, place: PropertyPlace) => void): Row<V> {
  return (values, place) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    for (const [name, value] of given) check(name, value, place);
    return given;
  };
}

/** @throws where the key is empty, or there is no value */
export function checkGiven(section: EntrySection, key: string, value: unknown, { file }: PropertyPlace): void {
  if (key !== "" && value !== undefined) return;
  throw new Mistake({
    where: file,
    what: `${section} has ${key === "" ? "an empty key" : `no value for ${shown(key)}`}`,
    fix: "give one, or leave it out",
  });
}
