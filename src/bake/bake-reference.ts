/** A target of a bake file, or a group, as others refer to it. */
export interface IBakeTarget {
  /** Its name. */
  readonly name: string;
}

/** What targets and groups need to know of the bake file in which they stand. */
export interface IBakeFile {
  /** The file's name, as messages show it. */
  readonly fileName: string;

  /** @internal */
  _has(kind: "target" | "group", member: IBakeTarget): boolean;
}
