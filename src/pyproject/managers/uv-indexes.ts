import { posix } from "node:path";
import { isDefaultIndex } from "../../knowledge/default-index";
import { type Fact, fact } from "../fact";
import type { PackageIndex } from "../facts";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { requiredText } from "./required-text";
import { readUvSources } from "./uv-sources";
import type { UvWorkspace } from "./uv-workspace";

/**
 * The indexes of a uv project: those of its settings, and those of its own pyproject.toml that its sources name.
 *
 * @see https://docs.astral.sh/uv/concepts/indexes/
 */
export function uvIndexes(file: TomlTable, workspace: UvWorkspace, folder: ProjectFolder): Fact<PackageIndex>[] {
  const settings = findSettings(file, workspace, folder);
  const configured = settings === undefined ? [] : settingsIndexes(settings);
  const known = new Set(configured.map(({ value }) => value.name));
  const uv = file.tableAt("tool", "uv");
  const sources = [...readUvSources(uv, "").values()].flat();
  const pinned = new Set(sources.filter(({ kind }) => kind === "index").map(({ location }) => location));
  const own = uv === undefined ? [] : namedIndexes(uv);
  return [...configured, ...own.filter(({ value: { name = "" } }) => pinned.has(name) && !known.has(name))];
}

/**
 * The table of settings that counts: the nearest above the root of the workspace, where uv.toml takes the place of
 * `[tool.uv]` beside it.
 *
 * @see https://docs.astral.sh/uv/concepts/configuration-files/
 */
function findSettings(file: TomlTable, { root, file: rootFile }: UvWorkspace, folder: ProjectFolder) {
  const above = folder.ancestors().map(({ path }) => path);
  const places = root === undefined ? ["", ...above] : above.slice(above.indexOf(root.value));
  for (const place of places) {
    const path = posix.join(place, "uv.toml");
    const text = folder.read(path);
    if (text !== undefined) return parseToml(text, path);
    const uv = (place === "" ? file : place === root?.value ? rootFile : readFile(place, folder))?.tableAt(
      "tool",
      "uv",
    );
    if (uv !== undefined) return uv;
  }
  return undefined;
}

function readFile(place: string, folder: ProjectFolder): TomlTable | undefined {
  const path = posix.join(place, "pyproject.toml");
  const text = folder.read(path);
  return text === undefined ? undefined : parseToml(text, path);
}

function settingsIndexes(settings: TomlTable): Fact<PackageIndex>[] {
  const single = settings.text("index-url");
  const older = single === undefined ? [] : [fact({ url: single.value, isDefault: true }, single.source)];
  const more = ["extra-index-url", "find-links"].flatMap((key) => {
    const urls = settings.texts(key);
    return urls?.value.map((url) => fact({ url, isDefault: false }, urls.source)) ?? [];
  });
  return [...namedIndexes(settings), ...[...older, ...more].filter(({ value }) => !isDefaultIndex(value.url))];
}

function namedIndexes(settings: TomlTable): Fact<PackageIndex>[] {
  return (settings.tables("index") ?? []).flatMap((index) => {
    const name = index.text("name")?.value;
    const url = requiredText(index, "url", "every index has an address");
    // A name makes the default index one that sources can ask for.
    if (name === undefined && isDefaultIndex(url)) return [];
    return [fact({ name, url, isDefault: index.flag("default")?.value ?? false }, settings.source("index"))];
  });
}
