import type { SystemPackageRow } from "../system-packages";

/** What building a distribution from its source distribution needs, and what the result needs while it runs. */
export interface NativeBuildRow extends Pick<SystemPackageRow, "distribution" | "build" | "run" | "source"> {
  /**
   * Does it need Rust? That is not among its Debian packages, since it comes from Debian or, where the user names a release,
   * from an image of Rust's own.
   */
  readonly needsRust: boolean;
}
