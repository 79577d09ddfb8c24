import { shown } from "../../values/mistake";
import { ComposeValue } from "../compose-value";
import type { Json } from "../render/yaml-text";
import { parseKey, parseVariableName } from "./names";
import { parseCount, parsePercentage, parseSeconds } from "./parse-number";
import { parseContainerPath, parseFilled, parseText, parseTexts, type Text } from "./parse-text";
import type { Place } from "./place";
import { many, named, single } from "./property";

const textOf = (value: ComposeValue): string => value.toJSON();

/** Properties that are parsed straight into what stands in the file. */
export const plain = {
  text: single((value: Text, place) => textOf(parseFilled(value, place))),
  path: single((value: Text) => textOf(parseContainerPath(value))),
  flag: single((value: boolean) => value),
  count: single(parseCount),
  percentage: single(parsePercentage),
  /** A count that may be known only where compose runs. */
  openCount: single(orVariable(parseCount)),
  number: single(parseFinite),
  /** Positive, with decimals, such as a share of processors. */
  amount: single(orVariable(parseAmount)),
  seconds: single((value: number, place) => `${parseSeconds(value, place)}s`),
  bytes: single(orVariable((value, place) => byteSize(parseCount(value, place)))),
  /** Bytes, or -1 for all there are. */
  bytesOrAll: single(orVariable((value, place) => (value === -1 ? value : byteSize(parseCount(value, place))))),
  /** The value of an enum, which jsii hands on as its text. */
  word: <E extends string>(allowed: { readonly [name: string]: E }) =>
    single((value: E, place) => parseWord(allowed, value, place)),
  /** What an enum-like class stands for. */
  value: single(({ value }: { readonly value: string }) => value),
  words: single((value: Text[]) => parseTexts(value).map(textOf)),
  /** A list that several hands add to. */
  list: many(
    (value: Text, place) => textOf(parseFilled(value, place)),
    (value: string) => value,
  ),
  map: named((value: Text) => textOf(parseText(value))),
  variables: named((value: Text, place, name) => {
    parseVariableName(name, place);
    return textOf(parseText(value));
  }),
};

/** The parser of a number for which a variable may stand. */
function orVariable<Out>(parse: (value: number, place: Place) => Out) {
  return (value: number | ComposeValue, place: Place): Out | string =>
    value instanceof ComposeValue ? textOf(parseFilled(value, place)) : parse(value, place);
}

/** A number of bytes, in the largest unit in which it is whole. */
export function byteSize(bytes: number): string {
  if (bytes === 0) return "0";
  const unit = [..."gmk"].find((_, at) => bytes % 1024 ** (3 - at) === 0) ?? "b";
  return `${bytes / 1024 ** "bkmg".indexOf(unit)}${unit}`;
}

function parseFinite(value: number, place: Place): number {
  if (Number.isFinite(value)) return value;
  throw place.mistake({ what: `${shown(value)} is no number`, fix: "give a number" });
}

function parseAmount(value: number, place: Place): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw place.mistake({
    what: `${shown(value)} is no amount`,
    allowed: "an amount is a number above 0",
    fix: "give such a number, or leave it out",
  });
}

export function parseWord<E extends string>(allowed: { readonly [name: string]: E }, value: E, place: Place): E {
  if (Object.values(allowed).includes(value)) return value;
  throw place.mistake({
    what: `${shown(value)} is not known`,
    allowed: `allowed are ${Object.values(allowed).map(shown).join(", ")}`,
    fix: "use one of these",
  });
}

/** A value of any shape, its texts as compose reads them. */
export function anyJson(value: unknown, place: Place): Json {
  if (typeof value === "string") return textOf(parseText(value));
  if (typeof value !== "object" || value === null) return value as Json;
  if (value instanceof ComposeValue) return value.toJSON();
  if (Array.isArray(value)) return value.map((item) => anyJson(item, place));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [parseKey(key, place), anyJson(item, place)]));
}

/** A flag that the file has where it is set. */
export const onlyTrueFlag = single((value: boolean) => value || undefined);
