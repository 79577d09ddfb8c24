import { posix } from "node:path";
import type { ProjectFolder } from "../../../pyproject/files/project-folder";
import type { TomlTable } from "../../../pyproject/files/toml-table";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { LockTable } from "../../formats/lock-table";
import { groupedBy } from "../../grouped-by";
import type { LockContext } from "../../lock";
import { type PythonRange, pythonRange } from "./python-range";
import { uvSettings } from "./read-settings";
import { placeOf, readUvProjects, type UvProjects } from "./uv-projects";
import type { Placed } from "./uv-requirement";

/** A lock file of uv beside the projects for which it may be made. */
export interface UvComparison {
  readonly lock: LockTable;
  /** The packages by their normalised names. */
  readonly packages: ReadonlyMap<string, readonly LockTable[]>;
  /** The revision of the format, which tells what is recorded. */
  readonly revision: number;
  /** The path of the lock file. */
  readonly path: string;
  readonly placed: Placed;
  readonly folder: ProjectFolder;
  readonly workspace: UvProjects;
  readonly settings?: TomlTable;
  /** The versions of Python for which the lock file is made. */
  readonly pythons: PythonRange;
}

/** Reads what is compared; undefined where there is nothing to which the lock file could belong. */
export function uvComparison(lock: LockTable, { folder, path }: LockContext): UvComparison | undefined {
  const workspace = readUvProjects(folder, ".");
  const pythons = pythonRange([lock.text("requires-python") ?? ""]);
  if (workspace === undefined || pythons === undefined) return undefined;
  if (placeOf(folder, posix.dirname(path)) !== workspace.root.path) return undefined;
  const tables = lock.tables(lock.has("package") ? "package" : "distribution");
  const packages = groupedBy(tables, (each) => normalizedName(each.text("name") ?? ""));
  return {
    lock,
    packages,
    revision: lock.count("revision") ?? 0,
    path,
    placed: (each) => placeOf(folder, posix.join(posix.dirname(path), each)),
    folder,
    workspace,
    settings: uvSettings(workspace.root, folder),
    pythons,
  };
}
