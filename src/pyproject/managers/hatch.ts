import { type Fact, fact } from "../fact";
import type { LockFile, ManagedProject } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import type { ProjectTable } from "../metadata/project-table";
import { Specifier } from "../requirements/specifier";
import { emptyMetadata } from "./empty-metadata";
import { type HatchEnvironment, hatchSettings, readHatchEnvironments } from "./hatch-environments";
import { readHatchGroups } from "./hatch-groups";
import { hatchIndexes } from "./hatch-indexes";
import { withProjectPaths } from "./project-relative";

/**
 * Reads the project as hatch does.
 *
 * @see https://hatch.pypa.io/latest/config/metadata/
 */
export function readHatch(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  const { requiresPython, dynamic, ...metadata } = project ?? { ...emptyMetadata, dynamic: [] };
  const settings = hatchSettings(file, folder);
  const environments = readHatchEnvironments(settings("envs"));
  const { dependencies, extras } = withProjectPaths(metadata);
  const hasHooks = settings("metadata")?.table("metadata")?.table("hooks") !== undefined;
  const parts = {
    extras,
    project: metadata.name?.value.written,
    hasDynamicExtras: hasHooks || dynamic.includes("optional-dependencies"),
  };
  return {
    ...metadata,
    dependencies,
    extras,
    pythonSpecifiers: requiresPython
      ? [fact(Specifier.of(requiresPython.value, requiresPython.source), requiresPython.source)]
      : [],
    groups: readHatchGroups(file, environments, parts),
    installsProject: installsProject(file, environments),
    lockFile: lockFileOf(settings("lock-envs"), environments, folder),
    requirementsFiles: [],
    indexes: hatchIndexes(environments),
    workspaceMembers: [],
    lockedTogether: [],
    notes: [],
    workspaceFolders: [],
  };
}

/**
 * Hatch installs the project into an environment that does not say otherwise. One without the project is made for a tool,
 * so that only where all are such the project is none to install.
 *
 * @see https://hatch.pypa.io/latest/config/environment/overview/#skip-install
 */
function installsProject(file: TomlTable, environments: readonly HatchEnvironment[]): Fact<boolean> {
  if (!file.has("project")) return fact(false, `${file.source("project")} (there is none)`);
  const [standard] = environments.map(({ skipsInstall }) => skipsInstall);
  const installs = environments.some(({ skipsInstall }) => skipsInstall?.value !== true);
  if (!installs && standard !== undefined) return fact(false, standard.source);
  return fact(true, file.source("project"));
}

/**
 * The standard lock file of the environment default, where hatch is to keep one or where there is one.
 *
 * @see https://hatch.pypa.io/latest/config/environment/overview/#locking
 */
function lockFileOf(
  settings: TomlTable | undefined,
  [standard]: readonly HatchEnvironment[],
  folder: ProjectFolder,
): Fact<LockFile> | undefined {
  const locked = standard.table("locked")?.flag("locked") ?? settings?.flag("lock-envs");
  const named = standard.table("lock-filename")?.text("lock-filename");
  const path = named?.value ?? "pylock.toml";
  const exists = folder.exists(path);
  if (!exists && locked?.value !== true) return undefined;
  return fact({ name: path.slice(path.lastIndexOf("/") + 1), path, exists }, named?.source ?? path);
}
