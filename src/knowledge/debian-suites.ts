/**
 * The Debian suite of the base images where no option names another: the stable release.
 *
 * @see https://www.debian.org/releases/
 */
export const defaultDebianSuite = "trixie";

/** The suites for which system packages are known, oldest first. */
export const debianSuites: readonly string[] = ["bullseye", "bookworm", "trixie", "forky", "sid"];
