import { isDefaultIndex } from "../../knowledge/default-index";
import { type Fact, fact } from "../fact";
import type { PackageIndex } from "../facts";
import type { HatchEnvironment } from "./hatch-environments";

/** The variables by which pip and uv, with which hatch installs, learn of an index. */
const variables: readonly { readonly name: string; readonly isDefault: boolean }[] = [
  { name: "PIP_INDEX_URL", isDefault: true },
  { name: "UV_INDEX_URL", isDefault: true },
  { name: "UV_DEFAULT_INDEX", isDefault: true },
  { name: "PIP_EXTRA_INDEX_URL", isDefault: false },
  { name: "UV_EXTRA_INDEX_URL", isDefault: false },
  { name: "UV_INDEX", isDefault: false },
  { name: "PIP_FIND_LINKS", isDefault: false },
  { name: "UV_FIND_LINKS", isDefault: false },
];

/**
 * The indexes that the environments set by their variables, each once.
 *
 * @see https://hatch.pypa.io/latest/config/environment/overview/#dependencies
 */
export function hatchIndexes(environments: readonly HatchEnvironment[]): Fact<PackageIndex>[] {
  const found = new Map<string, Fact<PackageIndex>>();
  for (const { table } of environments) {
    const stated = table("env-vars")?.table("env-vars");
    for (const { name, isDefault } of variables) {
      const text = stated?.text(name);
      for (const each of text?.value.split(/\s+/).filter((word) => word !== "") ?? []) {
        const index = parseIndex(each, isDefault);
        if (text !== undefined && !isDefaultIndex(index.url) && !found.has(index.url)) {
          found.set(index.url, fact(index, text.source));
        }
      }
    }
  }
  return [...found.values()];
}

/** An address; uv takes a name before it. */
function parseIndex(text: string, isDefault: boolean): PackageIndex {
  const [, name, url] = /^([A-Za-z0-9._-]+)=(.*)$/s.exec(text) ?? [];
  return name === undefined ? { url: text, isDefault } : { name, url, isDefault };
}
