import type { Target } from "./target";
import { bakeTargets } from "./targets/bake";
import { composeTargets } from "./targets/compose";
import { devContainerTargets } from "./targets/dev-container";
import { dockerfileTargets } from "./targets/dockerfile";
import { fileTargets } from "./targets/files";
import { projectTargets } from "./targets/project";

/** All places of the generated files in which a text of somebody else's may stand. */
export function allTargets(): readonly Target[] {
  return [dockerfileTargets, composeTargets, bakeTargets, devContainerTargets, fileTargets, projectTargets].flatMap(
    (of) => of(),
  );
}
