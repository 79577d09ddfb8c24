import type { Project } from "projen";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import { pathFromRoot } from "../files/path-from-root";
import type { PackageManager } from "../pyproject/managers/package-manager";
import type { ContainerPlan } from "./container-plan";
import { hasDeskDependency } from "./desk/desk-dependency";
import type { ComposePlace } from "./services/compose-place";
import { canLock } from "./tasks/container-tasks";
import { type ImageBuild, imageBuild } from "./tasks/image-build";

/** Of what a container is made, as it is now. */
export interface ContainerParts {
  readonly project: Project;
  readonly plan: ContainerPlan;
  readonly compose: ComposePlace;
  /** Path of the Dockerfile from the project's folder. */
  readonly dockerfile: string;
  /** The stage of the app image; the last one where it is undefined. */
  readonly target?: string;
  /** The Dockerfile of people, where it is left to them. */
  readonly written?: WrittenDockerfile;
  /** Whether there is a dev container: on a Dockerfile that people write there may be none. */
  readonly hasDevContainer: boolean;
}

/** What projects and workflows ask of a container: what depends on facts, from `preSynthesize` on. */
export class ContainerSummary {
  constructor(private readonly parts: ContainerParts) {}

  /** Whether the lock file fits pyproject.toml; undefined where there is none, or only its package manager can tell. */
  public get lockFileFits(): boolean | undefined {
    const { lock } = this.parts.plan;
    return lock !== undefined && "freshness" in lock ? lock.freshness.isFresh : undefined;
  }

  /** Whether there is a service for the tests. */
  public get hasTests(): boolean {
    return this.parts.compose.isThere("test");
  }

  /** Whether the Dockerfile makes the lock file: one that people write may not. */
  public get canLock(): boolean {
    return canLock(this.parts.written);
  }

  /** Name of the app image, without a tag. */
  public get imageName(): string {
    return this.parts.plan.imageName;
  }

  /** The platforms of the images, where the option names them. */
  public get platforms(): readonly string[] {
    return this.parts.plan.options.platforms ?? [];
  }

  /** What an exporter has to be told, by the options alone. */
  public get outputNeeds(): { readonly hasPlatforms: boolean; readonly isReproducible: boolean } {
    const { platforms = [], reproducible = false } = this.parts.plan.options;
    return { hasPlatforms: platforms.length > 0, isReproducible: reproducible };
  }

  /** The package manager. */
  public get packageManager(): PackageManager {
    return this.parts.plan.facts.packageManager.value;
  }

  /** Whether projen writes pyproject.toml. */
  public get isManaged(): boolean {
    return this.parts.plan.managed;
  }

  /** How the app image is built. */
  public get imageBuild(): ImageBuild {
    const { plan, project, dockerfile, target } = this.parts;
    return imageBuild(plan, pathFromRoot(project, ""), dockerfile, target);
  }

  /** Whether the dev container can run the tests. */
  public get hasPytest(): boolean {
    return hasDeskDependency(this.parts.plan.facts, "pytest");
  }

  /** Whether there is a dev container. */
  public get hasDevContainer(): boolean {
    return this.parts.hasDevContainer;
  }
}
