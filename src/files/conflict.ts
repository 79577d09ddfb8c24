import { spawnSync } from "node:child_process";
import { basename, dirname } from "node:path";
import { withUnixLines } from "./checksum";

/** Number by which git calls what both sides of a conflict came from. */
const BASE = 1;
/** Those of the two sides. */
const SIDES = [2, 3];

const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** Whether git has left marks of a conflict in the text. */
export function hasConflict(text: string): boolean {
  return [/^<{7}(?: |$)/m, /^={7}$/m, /^>{7}(?: |$)/m].every((mark) => mark.test(withUnixLines(text)));
}

/**
 * Whether the conflict in which a file lies is one of two generated versions: nobody's work is lost where it is generated
 * again. The text alone does not tell, since git has mixed into each side what it could take from the other; but each of
 * its lines is one of theirs, where people have added none.
 *
 * @param text what lies there
 * @param handwork what people did to the text of a side; undefined where they did nothing
 */
export function isConflictOfGenerated(
  path: string,
  text: string,
  handwork: (text: string) => string | undefined,
): boolean {
  const sides = SIDES.map((side) => sideOf(path, side));
  if (!sides.every((side) => side !== "" && handwork(side) === undefined)) return false;
  const known = new Set([...sides, sideOf(path, BASE)].flatMap(linesOf));
  return linesOf(text).every((line) => MARK.test(line) || known.has(line));
}

function linesOf(text: string): string[] {
  return withUnixLines(text).split("\n");
}

/** @returns an empty text where there is no such side, or no git */
function sideOf(path: string, side: number): string {
  const words = ["cat-file", "blob", `:${side}:./${basename(path)}`];
  const { status, stdout } = spawnSync("git", words, { cwd: dirname(path), encoding: "utf8" });
  return status === 0 ? stdout : "";
}
