/**
 * How sure a sign of a package manager is: a lock file; a table that lists dependencies, or where they come from; a table
 * about the project that can be left over of another manager; or settings that a project can have beside another manager.
 */
export type SignWeight = "lock" | "dependencies" | "project" | "settings";

/** Something by which a package manager shows. */
export interface PackageManagerSign {
  /** Its name; also of one that is not known. */
  readonly manager: string;
  /** What shows it, for example `uv.lock`. */
  readonly sign: string;
  /**
   * How sure it is.
   *
   * @default - as sure as a lock file
   */
  readonly weight?: SignWeight;
}
