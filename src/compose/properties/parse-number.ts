import { shown } from "../../values/mistake";
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

/** A whole number of hundredths, from 0 to 100. */
export function parsePercentage(value: number, place: Place): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= 100) return value;
  throw place.mistake({
    what: `${shown(value)} is no percentage`,
    allowed: "allowed are whole numbers from 0 to 100",
    fix: "give such a number",
  });
}

/** Permissions of a file, from octal digits; as a number, since Compose 2.26 takes the digits of a text for decimal ones. */
export function parseMode(digits: string, place: Place): number {
  if (typeof digits === "string" && /^[0-7]{3,4}$/.test(digits)) return Number.parseInt(digits, 8);
  throw place.mistake({
    what: `${shown(digits)} are no permissions`,
    allowed: "permissions are three or four octal digits in a text",
    fix: 'write for example "0440"',
  });
}
