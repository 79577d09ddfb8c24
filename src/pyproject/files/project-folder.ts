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
}

/** A folder above the project's. */
export interface AncestorFolder {
  /** How to get there from the project's folder: `..`, `../..`. */
  readonly path: string;
  /** The project's folder from there: `services/orders`. */
  readonly inside: string;
}
