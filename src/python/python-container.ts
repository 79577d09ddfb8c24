import type { IConstruct } from "constructs";
import { Component } from "projen";
import { checkBuildContext, checkFileInContext } from "../checks/check-build-context";
import { ComposeFile } from "../compose/compose-file";
import { DevContainer } from "../dev-container/dev-container";
import { DevContainerSource } from "../dev-container/dev-container-source";
import { Dockerfile } from "../dockerfile/dockerfile";
import { Dockerignore } from "../dockerignore/dockerignore";
import { Pyproject } from "../pyproject/pyproject";
import { PythonVersion } from "../values/python-version";
import { checkCaCertificate } from "./ca-certificate";
import { addServices } from "./compose-services";
import { ContainerPlan } from "./container-plan";
import { addContainerTasks } from "./container-tasks";
import { addContextPatterns } from "./context-patterns";
import { addDevContainerSettings } from "./dev-container-settings";
import type { PythonContainerOptions } from "./python-container-options";
import { addStages } from "./stages";

/**
 * The container files of a Python project, in line with its pyproject.toml: the one place where the four meet.
 *
 * Everything that it adds it adds by the public methods of the four files, so that a user can do the same.
 */
export class PythonContainer extends Component {
  /** The Dockerfile with the stages builder, deps, dev and app. */
  public readonly dockerfile: Dockerfile;
  /** The compose file with the services app and builder. */
  public readonly compose: ComposeFile;
  /** The dev container on the dev stage. */
  public readonly devContainer: DevContainer;
  /** What is kept out of the build context. */
  public readonly dockerignore: Dockerignore;

  private readonly plan: ContainerPlan;

  /**
   * @param scope the project, or a component of it
   * @throws where an option is not valid
   */
  constructor(scope: IConstruct, options: PythonContainerOptions = {}) {
    super(scope);
    const pythonVersion = options.pythonVersion === undefined ? undefined : PythonVersion.of(options.pythonVersion);
    const { packageManager, productionExtras, productionGroups } = options;
    const pyproject = new Pyproject(this.project, {
      packageManager,
      pythonVersion,
      productionExtras,
      productionGroups,
    });
    this.plan = new ContainerPlan(pyproject, options, this.project.name);

    this.dockerfile = new Dockerfile(this);
    const stages = addStages(this.dockerfile, this.plan);

    this.dockerignore = new Dockerignore(this);
    addContextPatterns(this.dockerignore);

    this.compose = new ComposeFile(this);
    addServices(this.compose, this.plan, stages, this.dockerfile.path);

    this.devContainer = new DevContainer(this, {
      source: DevContainerSource.dockerfile({ dockerfile: this.dockerfile.path, target: stages.dev.name }),
      remoteUser: this.plan.developerName,
    });
    addDevContainerSettings(this.devContainer, this.plan);

    addContainerTasks(this.project, this.plan, stages);
  }

  /** Path of the package manager's lock file from the project's folder. */
  public get lockFile(): string {
    return this.plan.lockFile.path;
  }

  /**
   * Reads the facts before any file is written, and tells what is worth telling.
   *
   * @throws where pyproject.toml can't be read or contradicts itself, or a file that the build needs is kept out
   */
  public preSynthesize(): void {
    super.preSynthesize();
    const context = this.dockerignore.buildContext();
    checkBuildContext(context, this.dockerignore.path, this.plan.facts);
    const { caCertificate } = this.plan.options;
    if (caCertificate !== undefined) {
      checkCaCertificate(this.project.outdir, caCertificate);
      checkFileInContext(context, this.dockerignore.path, caCertificate, "option caCertificate");
    }
    for (const note of this.plan.notes) this.project.logger.warn(note);
  }
}
