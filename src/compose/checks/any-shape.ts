import { RESET } from "../render/yaml-text";

/** A map of which nothing is known. */
export interface AnyMap {
  readonly [key: string]: unknown;
}

/** Whether a value is a map, and not what takes off an earlier file's. */
export function isMap(value: unknown): value is AnyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !Object.hasOwn(value, RESET);
}

/** The map that a value is; an empty one where it is none. */
export function mapIn(value: unknown): AnyMap {
  return isMap(value) ? value : {};
}

/** What is in a list; a value that stands alone is a list of one. */
export function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return textIn(value) === undefined ? [] : [value];
}

/** The text that a value is for compose; undefined where it is none. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === "number") return `${value}`;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The texts of a list. */
export function textsIn(value: unknown): readonly string[] {
  return listIn(value).flatMap((item) => textIn(item) ?? []);
}

/** The number that a value is for compose; undefined where it is none, or is known only where compose runs. */
export function numberIn(value: unknown): number | undefined {
  const text = textIn(value)?.trim();
  const number = Number(text);
  return text === undefined || Number.isNaN(number) ? undefined : number;
}

/** The names in a map, or in a list that stands for one. */
export function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? textsIn(value) : Object.keys(mapIn(value));
}
