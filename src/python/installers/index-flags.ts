import type { Fact } from "../../pyproject/fact";
import type { PackageIndex, ProjectFacts } from "../../pyproject/facts";
import { parseIndexAddress } from "../../pyproject/index-address";

/** The index that takes the place of the default one; undefined for a folder, and where its address has variables. */
export function replacingIndex({ indexes }: ProjectFacts): Fact<PackageIndex> | undefined {
  return indexes.find(({ value }) => value.isDefault && parseIndexAddress(value.url)?.variables.length === 0);
}

/** Has uv ask the project's own default index, with the password that was given for its name. */
export function uvDefaultIndex(facts: ProjectFacts): string[] {
  const index = replacingIndex(facts)?.value;
  return index === undefined ? [] : ["--default-index", namedUrl(index)];
}

/** Tells uv the names of the indexes, by which it finds their passwords. */
export function uvIndexNames({ indexes }: ProjectFacts): string[] {
  return indexes.flatMap(({ value }) => (value.name === undefined ? [] : ["--index", namedUrl(value)]));
}

/**
 * An assignment before a command of the shell: gives pip the user and the password of the indexes whose addresses have variables for them.
 *
 * A lock file has addresses without them: pip takes them from an index on the same host.
 */
export function pipVariableIndexes({ indexes }: ProjectFacts): string {
  const addresses = indexes.flatMap(({ value: { url } }) => (hasVariables(url) ? [url] : []));
  const quoted = addresses.map((url) => url.replace(/\$(?!\{\w+\})|["\\`]/g, "\\$&"));
  return quoted.length === 0 ? "" : `PIP_EXTRA_INDEX_URL="${quoted.join(" ")}" `;
}

function hasVariables(url: string): boolean {
  return (parseIndexAddress(url)?.variables.length ?? 0) > 0;
}

function namedUrl({ name, url }: PackageIndex): string {
  return name === undefined ? url : `${name}=${url}`;
}
