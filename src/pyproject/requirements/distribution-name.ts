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

/**
 * Does the text follow the rule for names of distributions, extras and groups?
 *
 * @see https://packaging.python.org/en/latest/specifications/name-normalization/#name-format
 */
export function isValidName(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(text);
}

/** The name of the module that a distribution is expected to hold. */
export function moduleNameOf(name: string): string {
  return normalizedName(name).replaceAll("-", "_");
}
