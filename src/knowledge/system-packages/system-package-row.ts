/**
 * The name of a Debian package: one for every suite, or one for each suite where they differ, oldest suite first. A suite
 * that is not listed has the name of the last one; null where a suite has no such package.
 *
 * @see https://www.debian.org/distrib/packages
 */
export type DebianPackage = string | { readonly [suite: string]: string | null };

/** What a distribution needs of Debian. */
export interface SystemPackageRow {
  /** The distribution, normalised by PEP 503; it is also the name by which its rows are switched off. */
  readonly distribution: string;
  /** The row counts only where one of these extras is asked for. */
  readonly extras?: readonly string[];
  /** The row does not count where one of these extras is asked for. */
  readonly exceptExtras?: readonly string[];
  /** The row does not count where one of these distributions, normalised, brings what it needs. */
  readonly exceptBeside?: readonly string[];
  /** What has to be there while it is built; empty where there are wheels. */
  readonly build: readonly DebianPackage[];
  /** What has to be there while it runs. */
  readonly run: readonly DebianPackage[];
  /** Where that is documented. */
  readonly source: string;
}
