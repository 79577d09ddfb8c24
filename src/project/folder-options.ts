import { statSync } from "node:fs";
import { join, posix } from "node:path";
import type { Project } from "projen";
import type { PythonContainerOptions } from "../python/python-container-options";
import { Mistake, shown } from "../values/mistake";
import type { ExistingPythonProjectOptions } from "./existing-python-project-options";
import { pythonFolders } from "./python-folders";

/** As many images of libraries nobody minds, for want of a program. */
const MOST_LIBRARIES = 8;

/**
 * The folders of the Python projects; undefined where the root folder is the only one.
 *
 * When the project is made they are looked for, and the new projenrc file names them.
 */
export function foldersOf({ initProject, outdir, logger }: Project, options: ExistingPythonProjectOptions) {
  if (options.folders !== undefined) return options.folders.map(parseFolder);
  if (initProject === undefined || options.parent !== undefined) return undefined;
  const found = pythonFolders(outdir);
  if (found.length === 0 || found[0].path === ".") return undefined;
  const withProgram = found.filter(({ hasProgram }) => hasProgram);
  if (withProgram.length === 0 && found.length > MOST_LIBRARIES) throw tooMany(found.map(({ path }) => path));
  const folders = (withProgram.length > 0 ? withProgram : found).map(({ path }) => path);
  initProject.args.folders = folders;
  logger.info(`The Python projects in ${folders.join(", ")} are taken; see folders in the projenrc file.`);
  return folders;
}

/**
 * A folder of the repository, as a path without detours.
 *
 * @throws where it is none
 */
export function parseFolder(folder: string): string {
  const path = typeof folder === "string" ? posix.normalize(folder).replace(/(?<=.)\/$/, "") : "";
  if (folder !== "" && path !== "" && !posix.isAbsolute(path) && path !== ".." && !path.startsWith("../")) return path;
  throw new Mistake({
    where: "ExistingPythonProject",
    what: `${shown(folder)} is no folder of the repository`,
    allowed: "a folder is a path from the root folder, which does not lead out of it",
    fix: 'write one like "services/api"',
  });
}

/** @throws where the folder is not there */
export function checkFolder({ outdir }: Project, folder: string): void {
  if (statSync(join(outdir, folder), { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Mistake({
    where: "ExistingPythonProject",
    what: `there is no folder ${shown(folder)}`,
    allowed: "each of the folders has a Python project",
    fix: "name one that is there, or take it out",
  });
}

function tooMany(folders: readonly string[]): Mistake {
  const first = folders.slice(0, MOST_LIBRARIES).join(", ");
  return new Mistake({
    where: "ExistingPythonProject",
    what: `there are ${folders.length} Python projects below this folder, and of none is it known what its image would run`,
    allowed: `they lie in ${first} and ${folders.length - MOST_LIBRARIES} more folders`,
    fix: "name those that are to have an image: --folders <folder>, once for each",
  });
}

/** What of the options concerns the container of each folder. */
export function optionsIn(options: ExistingPythonProjectOptions): PythonContainerOptions {
  const {
    name: _name,
    parent: _parent,
    outdir: _outdir,
    folders: _folders,
    composePerFolder: _composePerFolder,
    bakeFile: _bakeFile,
    logging: _logging,
    gitOptions: _gitOptions,
    gitIgnoreOptions: _gitIgnoreOptions,
    projenrcTsOptions: _projenrcTsOptions,
    containerWorkflow: _containerWorkflow,
    gitlabPipeline: _gitlabPipeline,
    renovateUpdates: _renovateUpdates,
    dependabotUpdates: _dependabotUpdates,
    // They stand for paths of the whole repository.
    handWrittenFiles: _handWrittenFiles,
    ...container
  } = options;
  return container;
}
