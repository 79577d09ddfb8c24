import type { Target } from "./target";
import { coldBuildTarget, contextTarget, imageSizeTarget } from "./targets/image-targets";
import { commandTarget, monorepoTarget, synthTarget } from "./targets/project-targets";
import { dependencyEditTarget, sourceEditTarget } from "./targets/rebuild-targets";

/** The targets; their numbers are their places, from 1. */
export const TARGETS: readonly Target[] = [
  imageSizeTarget,
  sourceEditTarget,
  dependencyEditTarget,
  coldBuildTarget,
  contextTarget,
  synthTarget,
  commandTarget,
  monorepoTarget,
];
