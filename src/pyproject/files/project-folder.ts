import { posix } from "node:path";

/** What the facts need to know of the project's folder; paths are relative to it, with `/`. */
export interface ProjectFolder {
  /** Is there a file or a folder? */
  exists(path: string): boolean;
  /** The text of a file; undefined where there is none. */
  read(path: string): string | undefined;
  /** The names of what is in a folder, those of folders with a `/` at their end; none where there is no such folder. */
  list(path: string): readonly string[];
  /** The folders above, nearest first, up to that of the repository. */
  ancestors(): readonly AncestorFolder[];
  /** What was found on the way and passed over, such as a folder without permission, each in a sentence by its path. */
  passedOver(): ReadonlyMap<string, string>;
}

/** Why a path that is asked for was not found, where that is known: it or a folder around it was passed over. */
export function reasonMissing(folder: ProjectFolder, path: string): string | undefined {
  const place = posix.normalize(path).replace(/\/$/, "");
  return [...folder.passedOver()].find(([each]) => place === each || place.startsWith(`${each}/`))?.[1];
}

/** A folder above the project's. */
export interface AncestorFolder {
  /** How to get there from the project's folder: `..`, `../..`. */
  readonly path: string;
  /** The project's folder from there: `services/orders`. */
  readonly inside: string;
}
