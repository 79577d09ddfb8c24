import type { Project } from "projen";
import { ContainerChecks } from "../src";

/**
 * Looks at the files of a project as a synth does before it writes the first one.
 *
 * @throws what stops the synth
 */
export function checked(project: Project): void {
  ContainerChecks._look([project]);
}
