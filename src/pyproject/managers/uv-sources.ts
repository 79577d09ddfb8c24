import { posix } from "node:path";
import { Mistake } from "../../values/mistake";
import { isTable, type TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";

/** Where a dependency comes from by an entry of `[tool.uv.sources]`. */
export interface UvSource {
  readonly kind: "git" | "url" | "path" | "index" | "workspace";
  /** An URL with `git+` before it where it is one of git, a path relative to the project's folder, or a name. */
  readonly location: string;
  readonly marker?: string;
  /** The extra or the group alone for which it holds, normalised. */
  readonly extra?: string;
  readonly group?: string;
  /** The key, for messages. */
  readonly where: string;
}

const kinds = ["git", "url", "path", "index", "workspace"] as const;

/**
 * Reads `[tool.uv.sources]`: the sources by the normalised names of the dependencies.
 *
 * @param uv the table `[tool.uv]`
 * @param base the folder of its file, relative to the project's; empty for that itself
 * @throws where an entry names no source, or two
 * @see https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-sources
 */
export function readUvSources(uv: TomlTable | undefined, base: string): ReadonlyMap<string, readonly UvSource[]> {
  const table = uv?.table("sources");
  if (table === undefined) return new Map();
  return new Map(table.keys().map((name) => [normalizedName(name), readEntries(table, name, base)]));
}

function readEntries(table: TomlTable, name: string, base: string): UvSource[] {
  const where = table.source(name);
  if (Array.isArray(table.value(name))) {
    return (table.tables(name) ?? []).map((entry) => readEntry(entry, where, base));
  }
  const entry = isTable(table.value(name)) ? table.table(name) : undefined;
  if (entry === undefined) throw table.wrong(name, "a source is a table, or an array of tables");
  return [readEntry(entry, where, base)];
}

function readEntry(entry: TomlTable, where: string, base: string): UvSource {
  // In a git source `path` names an archive in the repository.
  const stated = kinds.filter((kind) => entry.has(kind) && !(kind === "path" && entry.has("git")));
  const [kind, another] = stated;
  if (kind === undefined || another !== undefined) {
    throw new Mistake({
      where,
      what: kind === undefined ? "names no source" : `names several sources: ${stated.join(" and ")}`,
      allowed: `a source has one of ${kinds.join(", ")}`,
      fix: "keep one of them",
    });
  }
  const extra = entry.text("extra")?.value;
  const group = entry.text("group")?.value;
  return {
    kind,
    location: locations[kind](entry, base, where),
    marker: entry.text("marker")?.value,
    extra: extra && normalizedName(extra),
    group: group && normalizedName(group),
    where,
  };
}

const locations: { readonly [K in UvSource["kind"]]: (entry: TomlTable, base: string, where: string) => string } = {
  git: (entry, _, where) => {
    const references = ["rev", "tag", "branch"].filter((key) => entry.has(key));
    if (references.length > 1) {
      throw new Mistake({
        where,
        what: `names several versions: ${references.join(" and ")}`,
        allowed: "a git source has one of rev, tag, branch",
        fix: "keep one of them",
      });
    }
    const reference = references.map((key) => `@${entry.text(key)?.value}`).join("");
    return `git+${entry.text("git")?.value}${reference}${subdirectoryOf(entry)}`;
  },
  url: (entry) => `${entry.text("url")?.value}${subdirectoryOf(entry)}`,
  path: (entry, base) => rebased(entry.text("path")?.value ?? "", base),
  index: (entry) => entry.text("index")?.value ?? "",
  workspace: (entry, base) => {
    const value = entry.value("workspace");
    // The path of another workspace; "true" is this one.
    if (typeof value === "string") return rebased(value, base);
    if (value === true) return "";
    throw entry.wrong("workspace", "it is true, or the path of another workspace");
  },
};

function subdirectoryOf(entry: TomlTable): string {
  const subdirectory = entry.text("subdirectory")?.value;
  return subdirectory === undefined ? "" : `#subdirectory=${subdirectory}`;
}

/** A path of a file in another folder, relative to the project's folder; of the project's own as it is written. */
function rebased(path: string, base: string): string {
  return base === "" || posix.isAbsolute(path) ? path : posix.join(base, path);
}
