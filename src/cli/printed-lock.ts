/** A package with its size. */
export interface PrintedSize {
  readonly name: string;
  readonly bytes: number;
}

/** What `python-container facts --json` prints of the lock file, for one Python version and one platform. */
export interface PrintedLock {
  /** Relative to the project's folder. */
  readonly path: string;
  /** The package manager and the version of the format, for example `uv 1.3`. */
  readonly format: string;
  /** Does it fit the project? Null where nobody can tell without the package manager. */
  readonly fresh: boolean | null;
  /** The minor release of Python that is meant. */
  readonly python: string;
  /** The platform that is meant, for example `linux/arm64`. */
  readonly platform: string;
  /**
   * What the production image installs, without what is in a folder of the repository: versions by name; `git` or `url` for
   * what comes from there.
   */
  readonly production: Readonly<Record<string, string>>;
  /** The same with what is installed at the desk. */
  readonly development: Readonly<Record<string, string>>;
  /** What of production is built from source; empty where the lock file names no files. */
  readonly fromSource: readonly string[];
  /** What of production has neither a wheel for the target nor a source distribution. */
  readonly missing: readonly string[];
  /** Why something is installed: the names that lead to each package that is built from source or missing. */
  readonly chains: Readonly<Record<string, readonly string[]>>;
  /** The size of all that production downloads, in bytes; null where the lock file has no sizes. */
  readonly downloadBytes: number | null;
  /** How many packages of production it leaves out, since the lock file has no size for them. */
  readonly unsized: number;
  /** The largest downloads, the largest first. */
  readonly heaviest: readonly PrintedSize[];
}
