import type { ProjectFacts } from "../pyproject/facts";

/** What is known of the project whose files are compared. */
export interface ComparedProject {
  readonly facts: ProjectFacts;
  /** The lock file that was read. */
  readonly lockFile?: string;
  /** The path of the project's folder in the build context; empty where it is the context. */
  readonly place: string;
  /** Whether there is anything at a path from the project's folder. */
  exists(path: string): boolean;
  /** Whether there is a folder at a path from the project's folder. */
  isFolder(path: string): boolean;
  /** The names in the project's folder, those of folders with a slash. */
  names(): readonly string[];
  /** Whether the generated ignore file leaves a path from the project's folder in the build context. */
  isInContext(path: string): boolean;
}
