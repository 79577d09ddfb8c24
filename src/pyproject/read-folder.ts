import type { ProjectFacts } from "./facts";
import { parseToml } from "./files/parse-toml";
import type { ProjectFolder } from "./files/project-folder";
import { TomlTable } from "./files/toml-table";
import { PackageManager } from "./managers/package-manager";
import { packageManagerSigns } from "./managers/package-manager-signs";
import { type FactOptions, readFacts } from "./read-facts";

/** What describes a Python project. */
export const pyprojectFile = "pyproject.toml";

/** The managers that do without a pyproject.toml. */
const managersWithout: readonly PackageManager[] = [PackageManager.PIP, PackageManager.PIPENV];

/**
 * The facts of the project in a folder: by its pyproject.toml, or by what stands for one, such as a requirements file.
 * Undefined where there is no Python project in it.
 *
 * @throws where the project contradicts itself, or says what no tool would take
 */
export function readFolder(folder: ProjectFolder, options: FactOptions): ProjectFacts | undefined {
  const text = folder.read(pyprojectFile);
  if (text !== undefined) return readFacts({ file: parseToml(text, pyprojectFile), folder }, options);
  const file = new TomlTable({}, pyprojectFile);
  const signs = packageManagerSigns(file, folder).flat();
  if (!signs.some(({ manager }) => managersWithout.some((each) => each === manager))) return undefined;
  const facts = readFacts({ file, folder, managers: managersWithout }, options);
  const { value, source } = facts.packageManager;
  return {
    ...facts,
    notes: [`there is no ${pyprojectFile}: the project is read as one of ${value}, by ${source}`, ...facts.notes],
  };
}
