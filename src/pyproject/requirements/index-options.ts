import { isDefaultIndex } from "../../knowledge/default-index";
import { type Fact, fact } from "../fact";
import type { PackageIndex } from "../facts";
import type { PipOption } from "./pip-options";

/** Options, and the file and the line in which they stand. */
interface PlacedOptions {
  readonly options: readonly PipOption[];
  readonly where: string;
}

/** Where packages come from beside the default index. */
export interface PackagePlaces {
  readonly indexes: readonly Fact<PackageIndex>[];
  /** The pages and folders in which pip looks for files of packages too. */
  readonly findLinks: readonly Fact<string>[];
  readonly notes: readonly string[];
}

/**
 * The places that the options of requirements files name: of several main indexes the last one holds.
 *
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/#global-options
 */
export function indexOptions(lines: readonly PlacedOptions[]): PackagePlaces {
  const given = (name: string) =>
    lines.flatMap(({ options, where }) =>
      options.filter((option) => option.name === name).map(({ value }) => fact(value, where)),
    );
  const [noIndex] = given("--no-index");
  const findLinks = given("--find-links");
  if (noIndex !== undefined) {
    const note = `${noIndex.source} asks for no index: every package comes from --find-links`;
    return { indexes: [], findLinks, notes: [note] };
  }
  const main = given("--index-url").slice(-1);
  const all = [...main, ...given("--extra-index-url")].filter(({ value }) => !isDefaultIndex(value));
  const byUrl = new Map(all.map((url) => [url.value, url]));
  const indexes = [...byUrl.values()].map((url) =>
    fact({ url: url.value, isDefault: main.some(({ value }) => value === url.value) }, url.source),
  );
  return { indexes, findLinks, notes: [] };
}
