import { normalizedName } from "../../pyproject/requirements/distribution-name";
import type { LockedDependency, LockedFile, LockedPackage, LockedSource } from "../lock";
import { fileNameOf } from "./file-name";
import { filesAt } from "./located-source";
import type { LockTable } from "./lock-table";
import { requiredDependency } from "./required-dependency";

/** A package of a standard lock file, with the marker that tells whether it is installed. */
export interface PylockPackage extends LockedPackage {
  readonly marker?: string;
}

/**
 * Reads one `[[packages]]`.
 *
 * @see https://packaging.python.org/en/latest/specifications/pylock-toml/
 */
export function readPylockPackage(table: LockTable): PylockPackage {
  const source = sourceOf(table);
  return {
    name: normalizedName(table.requiredText("name", "every package has a name")),
    version: table.text("version"),
    marker: table.text("marker"),
    source,
    ...filesOf(table, source),
    dependencies: dependenciesOf(table),
    extras: new Map(),
  };
}

function sourceOf(table: LockTable): LockedSource {
  const repository = table.table("vcs");
  if (repository !== undefined) {
    const type = repository.text("type");
    return { kind: type === "git" ? "git" : "url", location: locationOf(repository) };
  }
  const directory = table.table("directory");
  if (directory !== undefined) return { kind: "project", location: directory.text("path") };
  const archive = table.table("archive");
  if (archive === undefined) return { kind: "index", location: table.text("index") };
  return { kind: archive.text("url") === undefined ? "path" : "url", location: locationOf(archive) };
}

function locationOf(table: LockTable): string | undefined {
  return table.text("url") ?? table.text("path");
}

/** What comes from an archive or a repository has no other files. */
function filesOf(table: LockTable, source: LockedSource): Pick<LockedPackage, "wheels" | "sdists"> {
  const archive = table.table("archive");
  if (source.kind !== "index") return filesAt(source, archive === undefined ? [] : [fileOf(archive)]);
  const sdist = table.table("sdist");
  return { wheels: table.tables("wheels").map(fileOf), sdists: sdist === undefined ? [] : [fileOf(sdist)] };
}

/** A file without a name has that of its address or path. */
function fileOf(table: LockTable): LockedFile {
  const named = table.text("name") ?? table.text("url") ?? table.text("path");
  if (named === undefined) throw table.wrong("name", "every file has a name, a url or a path");
  return { name: fileNameOf(named), sizeBytes: table.count("size") };
}

/** The tables of the standard, or the requirements that pdm adds in their place. */
function dependenciesOf(table: LockTable): LockedDependency[] {
  const listed = table.tables("dependencies").map((each): LockedDependency => {
    const plain = { name: normalizedName(each.requiredText("name", "every dependency has a name")), extras: [] };
    const version = each.text("version");
    return version === undefined ? plain : { ...plain, allows: (candidate) => candidate.version === version };
  });
  const lines = table.table("tool")?.table("pdm")?.texts("dependencies") ?? [];
  const required = lines.flatMap((line): LockedDependency[] => {
    const dependency = requiredDependency(line);
    if (dependency === undefined) return [];
    const { name, extras, marker } = dependency;
    return [{ name, extras, marker }];
  });
  return [...listed, ...required];
}
