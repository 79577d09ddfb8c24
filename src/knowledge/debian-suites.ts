/**
 * The Debian suite of the base images where no option names another: the stable release.
 *
 * @see https://www.debian.org/releases/
 */
export const defaultDebianSuite = "trixie";

/**
 * The version of glibc in each suite, oldest suite first. What is not yet released had it in November 2026, and never
 * goes back to an older one.
 *
 * @see https://packages.debian.org/search?keywords=libc6&searchon=names&exact=1
 */
const glibcVersions: ReadonlyMap<string, string> = new Map([
  ["bullseye", "2.31"],
  ["bookworm", "2.36"],
  ["trixie", "2.41"],
  ["forky", "2.43"],
  ["sid", "2.43"],
]);

/**
 * The suites of which the official Python images are built in November 2026, the older one until its long-term support ends.
 *
 * @see https://github.com/docker-library/official-images/blob/master/library/python
 */
export const officialDebianSuites: readonly string[] = ["bookworm", "trixie"];

/** The suites for which system packages are known, oldest first. */
export const debianSuites: readonly string[] = [...glibcVersions.keys()];

/** The version of glibc in a Debian suite, for example `2.36` in bookworm; undefined where the suite is not known. */
export function glibcOf(suite: string): string | undefined {
  return glibcVersions.get(suite);
}
