import { defaultIndex, isDefaultIndex } from "../../../knowledge/default-index";
import type { TomlTable } from "../../../pyproject/files/toml-table";
import type { Finding } from "./finding";
import type { UvComparison } from "./uv-comparison";
import { canonicalUrl } from "./uv-requirement";

/** Packages from an index that the project does not name: that of the computer, or one that was named before. */
export function* indexFindings({ packages, settings, workspace }: UvComparison): Generator<Finding> {
  const files = [workspace.root, ...workspace.projects.values()].map(({ file }) => file.tableAt("tool", "uv"));
  const named = [settings, ...files].flatMap((table) => (table === undefined ? [] : addressesIn(table)));
  // Uv takes the index on record where none is named.
  if (named.length === 0) return;
  const known = new Set([...named, defaultIndex].map(addressOf));
  const registries = [...packages.values()].flat().map((each) => each.table("source")?.text("registry"));
  const isKnown = (address: string) => known.has(addressOf(address)) || isDefaultIndex(address);
  if (registries.some((each) => each !== undefined && !isKnown(each))) yield "untold";
}

function addressesIn(uv: TomlTable): string[] {
  const urls = (uv.tables("index") ?? []).flatMap((each) => each.text("url")?.value ?? []);
  const more = ["extra-index-url", "find-links"].flatMap((key) => uv.texts(key)?.value ?? []);
  return [...urls, ...more, ...[uv.text("index-url")?.value ?? []].flat()];
}

function addressOf(url: string): string {
  return canonicalUrl(url).replace(/\/$/, "");
}
