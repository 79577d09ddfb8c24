/** The name of a distribution. */
export interface DistributionName {
  /** As it is written. */
  readonly written: string;
  /** Normalised by PEP 503: lower case, and one `-` for every run of `-`, `_` and `.`. */
  readonly normalized: string;
}

/** A name as it is written and as it is compared. */
export function distributionName(written: string): DistributionName {
  return { written, normalized: normalizedName(written) };
}

/**
 * A name as names are compared.
 *
 * @see https://peps.python.org/pep-0503/#normalized-names
 */
export function normalizedName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/** The name of the module that a distribution is expected to hold. */
export function moduleNameOf(name: string): string {
  return normalizedName(name).replaceAll("-", "_");
}
