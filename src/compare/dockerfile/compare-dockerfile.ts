import type { ComparedProject } from "../compared-project";
import type { Difference } from "../difference";
import { compareBase } from "./facets/base";
import { compareEnvironment } from "./facets/environment";
import { compareFiles } from "./facets/files";
import { compareInstallation } from "./facets/installation";
import { comparePackages } from "./facets/packages";
import { compareProgram } from "./facets/program";
import { compareRuntime } from "./facets/runtime";
import { compareSteps } from "./facets/steps";
import type { Image } from "./image";
import { imagePair } from "./image-pair";

/** All that an image is compared in, in the order of a Dockerfile. */
const facets = [
  compareBase,
  comparePackages,
  compareInstallation,
  compareFiles,
  compareSteps,
  compareEnvironment,
  compareRuntime,
  compareProgram,
];

/**
 * Where two images differ in substance.
 *
 * @param runs what compose has the written one run
 */
export function compareImages(
  yours: Image,
  generated: Image,
  project: ComparedProject,
  runs: readonly string[],
): Difference[] {
  const pair = imagePair(yours, generated, project, runs);
  return facets.flatMap((facet) => facet(pair));
}
