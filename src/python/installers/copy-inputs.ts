import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import type { LocalProject } from "../../pyproject/local-projects";
import type { ProjectPlace } from "../../values/project-place";
import type { InstallerContext } from "./installer";

/**
 * Copies files of the build context below a folder, each to the place that it has in the project.
 *
 * @param paths from the project's folder
 */
export function addCopyOfInputs(
  block: DockerfileBlock,
  paths: readonly string[],
  target: string,
  place: ProjectPlace,
): void {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), place.inContext(path)]);
  }
  for (const [folder, inside] of folders) {
    const at = posix.join(target, folder);
    block.addCopy(inside, at.endsWith("/") ? at : `${at}/`);
  }
}

/** Copies what tells the dependencies and versions of other projects: a file, or all of it where any file may. */
export function addCopyOfManifests(block: DockerfileBlock, { local, place }: InstallerContext): void {
  const isWhole = ({ facts }: LocalProject) => facts !== undefined && (!facts.hasPyproject || facts.hasDynamicVersion);
  const files = local.filter((each) => !isWhole(each));
  const paths = files.map(({ path, facts }) => (facts === undefined ? path : `${path}/pyproject.toml`));
  addCopyOfInputs(block, paths, ".", place);
  addCopyOfProjects(block, local.filter(isWhole), place);
}

/** Copies other projects, all of them, each to the place that it has beside this one. */
export function addCopyOfProjects(
  block: DockerfileBlock,
  projects: readonly LocalProject[],
  place: ProjectPlace,
): void {
  const isArchive = ({ facts }: LocalProject) => facts === undefined;
  const archives = projects.filter(isArchive).map(({ path }) => path);
  addCopyOfInputs(block, archives, ".", place);
  for (const { path } of projects.filter((each) => !isArchive(each))) block.addCopy([place.inContext(path)], path);
}

/** Copies the project, and the other projects that it needs to run. */
export function addCopyOfSource(block: DockerfileBlock, { local, place }: InstallerContext): void {
  block.addCopy([place.inContext(".")], ".");
  for (const { path } of local.filter((each) => each.isProduction && each.path.startsWith("../"))) {
    block.addCopy([place.inContext(path)], path);
  }
}
