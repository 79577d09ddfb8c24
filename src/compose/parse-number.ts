import { shown } from "../values/mistake";
import type { Place } from "./place";

/** A time in seconds, whole milliseconds at the finest. */
export function parseSeconds(value: number, place: Place): number {
  if (typeof value === "number" && value >= 0 && value <= 1e9 && Number(value.toFixed(3)) === value) return value;
  throw place.mistake({
    what: `${shown(value)} is no time in seconds`,
    allowed: "a time is a number, not negative, with three decimals at most",
    fix: "give such a number",
  });
}

/** How many: 0, 1, 2 … */
export function parseCount(value: number, place: Place): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw place.mistake({
    what: `${shown(value)} is no whole number`,
    allowed: "allowed are 0, 1, 2 and so on",
    fix: "give such a number",
  });
}
