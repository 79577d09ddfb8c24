import { isArchive } from "../../pyproject/requirements/pip-requirement";
import type { LockedFile } from "../lock";

/** The files of a package by what they are. */
export interface DistributionFiles {
  readonly wheels: readonly LockedFile[];
  /** The source distributions. */
  readonly sdists: readonly LockedFile[];
}

/** The files, each name once, with the wheels apart from the source distributions; eggs and installers are neither. */
export function distributionFiles(files: readonly LockedFile[]): DistributionFiles {
  const archives = [...new Map(files.map((file) => [file.name, file])).values()].filter(({ name }) => isArchive(name));
  return { wheels: archives.filter(isWheel), sdists: archives.filter((file) => !isWheel(file)) };
}

/** Is it a wheel? */
export function isWheel({ name }: LockedFile): boolean {
  return name.endsWith(".whl");
}
