import type { PythonVersion } from "../../values/python-version";

/**
 * Stands for the newest patch release of a minor release, which a tag without a patch means: `>=3.12.4` allows 3.12,
 * `<=3.11` does not allow 3.11.
 */
export const newestPatch = 99;

/** The release that an image of this version has. */
export function newestRelease({ minor, patch }: Pick<PythonVersion, "minor" | "patch">): string {
  return `${minor}.${patch ?? newestPatch}`;
}

/** The first and the last patch release of a minor one, between which a specifier that names no patch does not change. */
export function outerReleases(minor: string): string[] {
  return [`${minor}.0`, newestRelease({ minor })];
}
