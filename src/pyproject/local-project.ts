import { Mistake } from "../values/mistake";
import { buildSystemFacts } from "./backends/build-system";
import type { ProjectFacts } from "./facts";
import { parseToml } from "./files/parse-toml";
import { type ProjectFolder, reasonMissing } from "./files/project-folder";
import type { TomlTable } from "./files/toml-table";
import { PackageManager } from "./managers/package-manager";
import { readFacts } from "./read-facts";
import { pyprojectFile, readFolder } from "./read-folder";

/** Another project, as a project that needs it sees it. */
interface ReadLocalProject {
  /** Undefined for an archive. */
  readonly facts?: ProjectFacts;
  readonly isPackage: boolean;
}

const archive = /\.(?:whl|zip|tgz|tar\.(?:gz|bz2|xz))$/;

/**
 * Reads another project.
 *
 * @param manager the package manager of the project that needs it, by whose tables it is read where it has them
 * @param path the name that messages have for it
 * @param kind a member of the workspace says itself whether it is a package; a dependency is one if it says nothing
 */
export function readLocalProject(
  folder: ProjectFolder,
  path: string,
  manager: PackageManager,
  kind: "member" | "dependency" = "dependency",
): ReadLocalProject {
  if (archive.test(path)) return { isPackage: true };
  const text = folder.read(pyprojectFile);
  const file = text === undefined ? undefined : parseToml(text, `${path}/${pyprojectFile}`);
  const facts = file === undefined ? withoutPyproject(folder, path) : readNamed(file, folder, manager);
  if (kind === "member") return { facts, isPackage: facts.installsProject.value };
  // The groups of a dependency are nobody's but its own.
  const fromGroups = new Set(facts.groups.map(({ source }) => source));
  const pathDependencies = facts.pathDependencies.filter(({ source }) => !fromGroups.has(source));
  const isPackage = facts.installsProject.value || (file !== undefined && !isVirtual(file, manager));
  const build = file !== undefined && isPackage ? buildSystemFacts(file, true) : {};
  return { facts: { ...facts, ...build, pathDependencies }, isPackage };
}

/**
 * Reads it by the tables of the manager, or where it has none by what it shows itself. Pipenv leaves what lies in another
 * folder to pip.
 */
function readNamed(file: TomlTable, folder: ProjectFolder, asking: PackageManager): ProjectFacts {
  const manager = asking === PackageManager.PIPENV ? PackageManager.PIP : asking;
  const isReadable = file.has("project") || file.tableAt("tool", manager) !== undefined;
  return { ...readFacts({ file, folder }, { packageManager: isReadable ? manager : undefined }), hasPyproject: true };
}

function withoutPyproject(folder: ProjectFolder, path: string): ProjectFacts {
  const facts = readFolder(folder, {});
  if (facts !== undefined) return facts;
  throw new Mistake({
    where: path,
    what: `is a path dependency, and ${reasonMissing(folder, path) ?? "there is neither a pyproject.toml nor a setup.py in it"}`,
    allowed: "a path dependency is a project or an archive",
    fix: "add one, or mend the path",
  });
}

/** Does it say itself that it is no package? */
function isVirtual(file: TomlTable, manager: PackageManager): boolean {
  const key = manager === PackageManager.UV ? "package" : "package-mode";
  return file.tableAt("tool", manager)?.flag(key)?.value === false;
}
