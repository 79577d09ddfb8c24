import { join } from "node:path";
import { type Component, type FileBase, javascript, type Project, SampleDir, SampleFile } from "projen";
import type { Difference } from "../drift/check-report";
import { foundAt } from "./found-entry";
import { pathFromRoot } from "./path-from-root";

/**
 * Goes on as a synth does after the root project was prepared, file by file in projen's order, and writes nothing.
 *
 * The order counts: a project is prepared when those before it are written, and what one component does at its turn may
 * stand in the file of a later one.
 *
 * @param compare what is the matter with a file
 */
export function driftBelow(
  project: Project,
  compare: (file: FileBase) => Difference | undefined,
): readonly Difference[] {
  const below = project.subprojects.flatMap((each) => {
    each.preSynthesize();
    for (const component of each.components) component.preSynthesize();
    return driftBelow(each, compare);
  });
  const files = new Map<Component, FileBase>(project.files.map((file) => [file, file]));
  const own = project.components.flatMap((component) => {
    const file = files.get(component);
    if (file !== undefined) return compare(file) ?? [];
    // It joins the dependencies that stand in package.json, and writes nothing.
    if (component instanceof javascript.NodePackage) component.synthesize();
    return missingSample(component) ?? [];
  });
  return [...below, ...own];
}

/** A sample is its owner's once it is there; where it is not, projen writes it again. */
function missingSample(component: Component): Difference | undefined {
  const path = samplePath(component);
  if (path === undefined || foundAt(join(component.project.outdir, path)).kind !== "nothing") return undefined;
  return { path: pathFromRoot(component.project, path), what: "is a sample that is not there", diff: [] };
}

/** The properties are private, and nothing else knows the path. */
function samplePath(component: Component): string | undefined {
  if (component instanceof SampleFile) return (component as unknown as { filePath: string }).filePath;
  if (component instanceof SampleDir) return (component as unknown as { dir: string }).dir;
  return undefined;
}
