import type { FileBase, Project } from "projen";
import type { ExistingFiles } from "./existing-files";

/** A project as it is looked at before files are written. */
export interface LookedProject {
  readonly project: Project;
  /** What it generates. */
  readonly files: readonly FileBase[];
  /** What it had generated before, by projen's list. */
  readonly listed: readonly string[];
  /** What becomes of files that people wrote or changed. */
  readonly existing: ExistingFiles;
}
