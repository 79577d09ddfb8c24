import type { ProjectFolder } from "../../pyproject/files/project-folder";
import { parsePdmRequirement } from "../../pyproject/managers/pdm-requirement";
import { projectRelative } from "../../pyproject/managers/project-relative";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { extrasOf } from "../../pyproject/requirements/requirement";
import type { LockedFile, LockedSource } from "../lock";
import { fileNameOf } from "./file-name";
import { sourceAt } from "./located-source";
import type { LockTable } from "./lock-table";
import { type RequiredDependency, requiredDependency } from "./required-dependency";

/** One `[[package]]` of pdm.lock: a package, or a package together with extras of it. */
export interface PdmEntry {
  readonly name: string;
  readonly version?: string;
  readonly source: LockedSource;
  /** The extras that it stands for, normalised. */
  readonly extras: readonly string[];
  /** The groups and extras of the project that ask for it, normalised; none where the lock file does not say. */
  readonly groups: readonly string[];
  /** The environment for which it holds. */
  readonly marker?: string;
  readonly dependencies: readonly RequiredDependency[];
  readonly files: readonly LockedFile[];
}

/** Reads one `[[package]]`. */
export function readPdmEntry(table: LockTable, folder: ProjectFolder): PdmEntry {
  const source = sourceOf(table);
  const name = normalizedName(table.requiredText("name", "every package has a name"));
  const dependencies = table.texts("dependencies").map((line) => dependencyOf(line, table, folder));
  return {
    name,
    version: table.text("version"),
    source,
    extras: extrasOf(table.texts("extras")),
    groups: table.texts("groups").map(normalizedName),
    marker: table.text("marker"),
    // An entry with extras depends on the one without them, which is the same package here.
    dependencies: dependencies.filter((dependency) => dependency.name !== name),
    files: filesOf(table),
  };
}

function sourceOf(table: LockTable): LockedSource {
  const git = table.text("git");
  if (git !== undefined) return { kind: "git", location: git };
  const address = table.text("path") ?? table.text("url");
  if (address !== undefined) return sourceAt(projectRelative(address));
  const other = table.text("hg") ?? table.text("svn") ?? table.text("bzr");
  return other === undefined ? { kind: "index" } : { kind: "url", location: other };
}

function dependencyOf(line: string, table: LockTable, folder: ProjectFolder): RequiredDependency {
  return requiredDependency(line) ?? parsePdmRequirement(line, table.source("dependencies"), folder);
}

/** The files have a name each, or with the strategy `static_urls` an address. */
function filesOf(table: LockTable): readonly LockedFile[] {
  return table.tables("files").map((file): LockedFile => {
    const named = file.text("file") ?? file.text("url");
    if (named === undefined) throw table.wrong("files", "every file has a name (file) or an address (url)");
    return { name: fileNameOf(named) };
  });
}
