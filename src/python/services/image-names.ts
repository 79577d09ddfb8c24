import type { Project } from "projen";
import type { ComposeFile } from "../../compose/compose-file";
import type { Finding } from "../../findings/finding";
import { Mistake, shown } from "../../values/mistake";
import { relativePath } from "../../values/relative-path";

/** The names of the images of each compose file, each with the project that has it. */
const byFile = new WeakMap<ComposeFile, Map<string, string>>();

/**
 * Takes the name for the images that a project builds by a compose file: of two that have one name, the later build would
 * take it from the other.
 *
 * @throws where another project of the file has it
 */
export function takeImageName(compose: ComposeFile, name: string, project: string): void {
  const names = byFile.get(compose) ?? new Map<string, string>();
  byFile.set(compose, names);
  const other = names.get(name);
  if (other === undefined) {
    names.set(name, project);
    return;
  }
  throw new Mistake({
    where: compose.fileName,
    what: `the projects ${shown(other)} and ${shown(project)} would both build the image ${shown(name)}`,
    allowed: "each project of a file has an image of its own",
    fix: `set imageName of one of them, for example to ${shown(`${name}-2`)}`,
  });
}

/** The names of the images in each tree of projects, with the projects that build them. */
const byTree = new WeakMap<Project, Map<string, Project[]>>();

/** Notes that a project builds images of the name. */
export function noteImageName(project: Project, name: string): void {
  const names = byTree.get(project.root) ?? new Map<string, Project[]>();
  byTree.set(project.root, names);
  names.set(name, [...(names.get(name) ?? []), project]);
}

/** That a project noted before builds images of the same name, by a compose file of its own. */
export function* imageNameFindings(project: Project, name: string): Iterable<Finding> {
  const projects = byTree.get(project.root)?.get(name) ?? [];
  const [first] = projects;
  if (first === project || !projects.includes(project)) return;
  const folder = relativePath(project.root.outdir, first.outdir);
  yield {
    rule: "DuplicateImageName",
    where: "imageName",
    what: `${shown(name)} is the image of ${folder === "" ? "the root folder" : shown(folder)} too`,
    allowed: "of two builds the later one takes the name from the other",
    fix: `set imageName of one of them, for example to ${shown(`${name}-2`)}`,
  };
}
