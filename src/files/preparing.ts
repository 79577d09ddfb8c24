import { Component, GitAttributesFile, Project, ProjenrcFile } from "projen";
import { LastLook } from "./last-look";

type Prepare = Component["preSynthesize"];

/** What components do before files are written that adds nothing to files of this module. */
const harmless = new Set<Prepare>(
  [Component, GitAttributesFile, ProjenrcFile, LastLook].map((each) => each.prototype.preSynthesize),
);

/** Says that the components of a class add nothing to files of this module when they prepare. */
export function addsNothing(type: { readonly prototype: Component }): void {
  harmless.add(type.prototype.preSynthesize);
}

/** Whether one of the components may add something to files before they are written. */
export function arePreparing(components: readonly Component[]): boolean {
  return components.some(({ preSynthesize }) => !harmless.has(preSynthesize));
}

/** Whether a project or one of its components may add something to files before they are written. */
export function isPreparing(project: Project): boolean {
  return project.preSynthesize !== Project.prototype.preSynthesize || arePreparing(project.components);
}
