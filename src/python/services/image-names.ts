import type { ComposeFile } from "../../compose/compose-file";
import { Mistake, shown } from "../../values/mistake";

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
