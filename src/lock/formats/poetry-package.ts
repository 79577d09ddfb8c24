import { isTable } from "../../pyproject/files/toml-table";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { LockedFile, LockedPackage, LockedSource } from "../lock";
import { filesAt } from "./located-source";
import type { LockTable } from "./lock-table";
import { readPoetryPackageDependencies } from "./poetry-dependencies";

/** A package of poetry.lock, with what decides on its installation. */
export interface PoetryPackage {
  readonly locked: LockedPackage;
  /** The versions of Python for which it is made, in poetry's words. */
  readonly pythons: string;
  /** The groups that need it, by format 2.1. */
  readonly groups: readonly string[];
  /** For which environments they do: one marker for all groups, or one for each; a group without one always does. */
  readonly markers: string | ReadonlyMap<string, string> | undefined;
}

/** Reads the packages of poetry.lock. */
export function readPoetryPackages(file: LockTable): PoetryPackage[] {
  const tables = file.packages("package");
  const times = new Map<string, number>();
  for (const table of tables) {
    const name = nameOf(table);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const isAmongSeveral = (name: string) => (times.get(name) ?? 0) > 1;
  const olderFiles = file.table("metadata")?.table("files");
  return tables.map((table) => readPackage(table, olderFiles, isAmongSeveral));
}

function readPackage(
  table: LockTable,
  olderFiles: LockTable | undefined,
  isAmongSeveral: (name: string) => boolean,
): PoetryPackage {
  const name = nameOf(table);
  const version = table.requiredText("version", "every package has a version");
  const own = filesOf(table, "files");
  const older = own ?? (olderFiles && filesOf(olderFiles, table.text("name") ?? name));
  // Format 1.1 lists the files of all versions of a package together.
  const files = own ?? (isAmongSeveral(name) ? older?.filter((file) => isOfVersion(file, version)) : older) ?? [];
  const source = sourceOf(table);
  return {
    locked: {
      name,
      version,
      source,
      ...filesAt(source, files),
      ...readPoetryPackageDependencies(table, name, isAmongSeveral),
    },
    pythons: table.text("python-versions") ?? "*",
    groups: table.texts("groups").map(normalizedName),
    markers: markersOf(table),
  };
}

function nameOf(table: LockTable): string {
  return normalizedName(table.requiredText("name", "every package has a name"));
}

/** The files in the array below the key; undefined where there is none. */
function filesOf(table: LockTable, key: string): LockedFile[] | undefined {
  if (!table.has(key)) return undefined;
  return table.tables(key).map((file) => ({ name: file.requiredText("file", "every file has a name") }));
}

function isOfVersion({ name }: LockedFile, version: string): boolean {
  return name.includes(`-${version}-`) || name.includes(`-${version}.`);
}

const kinds: ReadonlyMap<string, LockedSource["kind"]> = new Map([
  ["legacy", "index"],
  ["git", "git"],
  ["url", "url"],
  ["file", "path"],
  ["directory", "project"],
]);

function sourceOf(table: LockTable): LockedSource {
  const source = table.table("source");
  const type = source?.text("type");
  if (source === undefined || type === undefined) return { kind: "index" };
  const kind = kinds.get(type);
  if (kind === undefined) throw source.wrong("type", `it is one of ${[...kinds.keys()].join(", ")}`);
  return { kind, location: source.text("url") };
}

function markersOf(table: LockTable): PoetryPackage["markers"] {
  if (!isTable(table.value("markers"))) return table.text("markers");
  const byGroup = table.table("markers");
  const entries = (byGroup?.keys() ?? []).map((group) => [normalizedName(group), byGroup?.text(group) ?? ""]);
  return new Map(entries as [string, string][]);
}
