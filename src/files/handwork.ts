import { hasConflict, isConflictOfGenerated } from "./conflict";
import type { FoundEntry } from "./found-entry";

/**
 * What people did at a path where a file is to be generated, in the words after its name; undefined where they did
 * nothing.
 *
 * @param inText what they did to the text of a file
 */
export function handworkAt(
  path: string,
  found: FoundEntry,
  inText: (text: string) => string | undefined,
): string | undefined {
  switch (found.kind) {
    case "nothing":
      return undefined;
    case "file":
      return inTextAt(path, found.text, inText);
    case "link":
      return `is a symbolic link to ${found.target}`;
    case "folder":
      return "is a folder";
    case "other":
      return found.what;
  }
}

function inTextAt(path: string, text: string, inText: (text: string) => string | undefined): string | undefined {
  const handwork = inText(text);
  if (handwork === undefined || !hasConflict(text)) return handwork;
  return isConflictOfGenerated(path, text, inText)
    ? undefined
    : "has a conflict of git with a side that people wrote or changed, or lines of theirs in it";
}
