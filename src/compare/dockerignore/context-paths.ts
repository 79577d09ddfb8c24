import { readdirSync } from "node:fs";
import { join } from "node:path";

/** How many files and folders are looked at; what comes after them is not told. */
const MOST = 20_000;

/** What an ignore file says of paths. */
export interface Ignoring {
  includes(path: string): boolean;
  mayIncludeBelow(folder: string): boolean;
}

/** A path that is in the build context by one ignore file and not by the other. */
export interface ContextPath {
  readonly path: string;
  /** Whether it is the written file by which it is in the context. */
  readonly isInYours: boolean;
}

/**
 * The paths on disk of which two ignore files say different things, the uppermost of each.
 *
 * @param root the folder in which the paths start, absolute
 */
export function contextPaths(root: string, yours: Ignoring, generated: Ignoring): ContextPath[] {
  const found: ContextPath[] = [];
  let seen = 0;
  const visit = (folder: string): void => {
    for (const entry of entriesOf(join(root, folder))) {
      seen += 1;
      if (seen > MOST) return;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const mine = yours.includes(path);
      const other = generated.includes(path);
      const isFolder = entry.isDirectory();
      // A folder that is left out may have something in it that is not.
      const reaches = (context: Ignoring, isIn: boolean) => isIn || (isFolder && context.mayIncludeBelow(path));
      if (mine !== other && !(isFolder && reaches(mine ? generated : yours, false)))
        found.push({ path, isInYours: mine });
      else if (isFolder && (reaches(yours, mine) || reaches(generated, other))) visit(path);
    }
  };
  visit("");
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    // What can't be looked at is in no build context either.
    return [];
  }
}
