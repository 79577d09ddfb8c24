import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ProjectFacts } from "../pyproject/facts";
import { DiskFolder } from "../pyproject/files/disk-folder";
import { parseToml } from "../pyproject/files/parse-toml";
import { TomlTable } from "../pyproject/files/toml-table";
import { PackageManager } from "../pyproject/managers/package-manager";
import { packageManagerSigns } from "../pyproject/managers/package-manager-signs";
import { type FactOptions, readFacts } from "../pyproject/read-facts";
import { Mistake, shown } from "../values/mistake";

const name = "pyproject.toml";

/** The managers that do without a pyproject.toml. */
const managersWithout: readonly string[] = [PackageManager.PIP, PackageManager.PIPENV];

/**
 * The facts of the project in a folder on disk.
 *
 * @param current the folder from which a relative path leads, absolute
 * @throws where there is no such folder, or no Python project in it
 */
export function readProject(current: string, path: string, options: FactOptions): ProjectFacts {
  const root = resolve(current, path);
  refuseNoFolder(root, path);
  const folder = new DiskFolder(root);
  const text = folder.read(name);
  if (text !== undefined) return readFacts({ file: parseToml(text, name), folder }, options);
  const file = new TomlTable({}, name);
  const signs = packageManagerSigns(file, folder).flat();
  if (!signs.some(({ manager }) => managersWithout.includes(manager))) throw noProject(path);
  const facts = readFacts({ file, folder }, options);
  const { value, source } = facts.packageManager;
  return {
    ...facts,
    notes: [`there is no ${name}: the project is read as one of ${value}, by ${source}`, ...facts.notes],
  };
}

function refuseNoFolder(root: string, path: string): void {
  const fix = `give the folder in which ${name} lies`;
  try {
    accessSync(root, constants.R_OK | constants.X_OK);
    if (!statSync(root).isDirectory()) throw new Mistake({ where: path, what: "is no folder", fix });
  } catch (error) {
    if (error instanceof Mistake) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES") throw new Mistake({ where: path, what: `there is no such folder (${code})`, fix });
    // Without the permission to search a file, which is what a folder's X means, there is none either.
    throw new Mistake({
      where: path,
      what: "can't be read: permission denied",
      fix: `give yourself the permission, for example with chmod u+rX ${shown(path)}`,
    });
  }
}

function noProject(path: string): Mistake {
  return new Mistake({
    where: name,
    what: path === "." ? "there is no such file in the current folder" : `there is no such file in ${shown(path)}`,
    allowed: "a project has one, or else requirements.txt, setup.py, setup.cfg or Pipfile",
    fix: "make one with uv init or poetry init, or give the folder in which it lies",
  });
}
