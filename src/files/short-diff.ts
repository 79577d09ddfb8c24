import { structuredPatch } from "diff";
import { maskAssignments } from "../values/mask-credentials";
import { hasChecksum } from "./checksum";

/** Lines of a difference that are shown. */
const SHOWN_LINES = 6;
/** Characters of a line that are shown. */
const SHOWN_CHARACTERS = 120;
/** Beyond that many changes a difference says nothing, and takes long to find. */
const MOST_CHANGES = 2000;

/** The lines that differ, the first few of them; none where one of the two is no text. */
export function shortDiff(before: string, after: string): string[] {
  if (before.includes("\0")) return [];
  const options = { context: 0, maxEditLength: MOST_CHANGES };
  const patch = structuredPatch("", "", before, after, undefined, undefined, options);
  if (patch === undefined) return ["… it differs nearly everywhere"];
  const all = patch.hunks.flatMap((hunk) => hunk.lines).filter((line) => /^[-+]/.test(line));
  // A checksum differs wherever another line does.
  const told = all.filter((line) => !hasChecksum(line));
  const lines = told.length === 0 ? all : told;
  const shown = lines.slice(0, SHOWN_LINES).map((line) => shortened(maskAssignments(line)));
  const more = lines.length - shown.length;
  return more === 0 ? shown : [...shown, `… and ${more} more lines that differ`];
}

function shortened(line: string): string {
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line;
}
