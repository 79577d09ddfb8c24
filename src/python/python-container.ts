import type { IConstruct } from "constructs";
import { Component } from "projen";
import { isTruthy } from "projen/lib/util";
import { checkBuildContext, checkPathInContext } from "../checks/check-build-context";
import { checkLock } from "../checks/check-lock";
import { ComposeFile } from "../compose/compose-file";
import type { ComposeService } from "../compose/compose-service";
import { DevContainer } from "../dev-container/dev-container";
import { DevContainerMount } from "../dev-container/dev-container-mount";
import { DevContainerSource } from "../dev-container/dev-container-source";
import { Dockerfile } from "../dockerfile/dockerfile";
import { Dockerignore } from "../dockerignore/dockerignore";
import { allFacts } from "../pyproject/local-projects";
import { Pyproject } from "../pyproject/pyproject";
import type { ProjectPlace } from "../values/project-place";
import { PythonVersion } from "../values/python-version";
import { variablesTold } from "./build-secrets";
import { checkCaCertificate } from "./ca-certificate";
import { addServices } from "./compose-services";
import { addContainerCommand, type ContainerCommandOptions } from "./container-command";
import { ContainerPlan } from "./container-plan";
import { addContainerTasks } from "./container-tasks";
import { addContextPatterns } from "./context-patterns";
import { addDevContainerSettings } from "./dev-container-settings";
import { checkDirectReferences } from "./direct-references";
import type { LateTask } from "./late-task";
import type { PythonContainerOptions } from "./python-container-options";
import { addStages, type PythonStages } from "./stages";
import { suggestions } from "./suggestions";

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
  /** What is kept out of the build context; where that lies above the project, `Dockerfile.dockerignore`. */
  public readonly dockerignore: Dockerignore;

  /**
   * Whether the project makes a stale lock file again by itself after a synth, where the steps after it are wanted.
   *
   * @internal
   */
  public _locksAtSynthesis = false;

  private readonly plan: ContainerPlan;
  private readonly stages: PythonStages;
  private readonly tasks: LateTask[];
  private readonly commands: string[][] = [];
  /** What was told at this synth. */
  private readonly told = new Set<string>();

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
    this.stages = stages;

    const { place } = this.plan;
    const isAbove = place.folder !== "";
    // A context above may have a .dockerignore of its own, for others; this one goes before it.
    this.dockerignore = new Dockerignore(this, isAbove ? { fileName: `${this.dockerfile.path}.dockerignore` } : {});
    addContextPatterns(this.dockerignore, this.plan);

    this.compose = new ComposeFile(this);
    addServices(this.compose, this.plan, stages, this.dockerfile.path);

    this.devContainer = new DevContainer(this, {
      source: DevContainerSource.dockerfile({
        dockerfile: this.dockerfile.path,
        target: stages.dev.name,
        context: place.context,
      }),
      remoteUser: this.plan.developerName,
      ...(isAbove ? wholeWorkspace(place) : {}),
    });
    addDevContainerSettings(this.devContainer, this.plan);

    this.tasks = addContainerTasks(this.project, this.plan, stages, this.dockerfile.path);
  }

  /** Path of the package manager's lock file from the project's folder. */
  public get lockFile(): string {
    return this.plan.lockFile.path;
  }

  /**
   * Adds a compose service that runs the app image with another command: a worker beside the web server, a scheduler, a
   * migration. The app service alone builds or pulls the image: `docker compose build app` where it runs
   * without that service.
   *
   * It depends on no other service; `addDependency` of what is returned makes it wait.
   *
   * @param name the service's name, and that of the stage where it has an image of its own
   * @param words the program and its arguments, without a shell
   * @throws where the name is not valid or is taken, or there is no word
   */
  public addCommand(name: string, words: string[], options: ContainerCommandOptions = {}): ComposeService {
    const { dockerfile, compose, stages } = this;
    const service = addContainerCommand({ dockerfile, compose, app: stages.app }, this.plan, name, words, options);
    this.commands.push([...words]);
    return service;
  }

  /**
   * Reads the facts before any file is written, and tells what is worth telling.
   *
   * @throws where pyproject.toml can't be read or contradicts itself, a file that the build needs is kept out, or the
   *   lock file has nothing to install for a platform
   */
  public preSynthesize(): void {
    super.preSynthesize();
    this.told.clear();
    // Somebody may have made it again since another synth.
    this.plan.forgetLock();
    const { facts, localProjects, locked } = this.plan;
    for (const each of allFacts(facts, localProjects)) checkDirectReferences(each);
    if (locked !== undefined) checkLock(locked.findings);
    const context = this.dockerignore.buildContext();
    checkBuildContext(context, this.dockerignore.path, this.plan);
    const { caCertificate } = this.plan.options;
    if (caCertificate !== undefined) {
      const path = checkCaCertificate(this.project.outdir, caCertificate, this.plan.place);
      checkPathInContext(context, this.dockerignore.path, path, "option caCertificate");
    }
    for (const task of this.tasks) task.settle();
    this.tell(this._locksAtSynthesis && !isTruthy(process.env.PROJEN_DISABLE_POST));
  }

  /**
   * Whether the lock file fits pyproject.toml; undefined where there is none, or only its package manager can tell.
   *
   * Ask it from `preSynthesize` on.
   *
   * @internal
   */
  public get _lockFileFits(): boolean | undefined {
    const { lock } = this.plan;
    return lock !== undefined && "freshness" in lock ? lock.freshness.isFresh : undefined;
  }

  /**
   * Writes the Dockerfile again, and tells what is new, once the lock file was made after it.
   *
   * @internal
   * @throws where the lock file has nothing to install for a platform
   */
  public _lockWasMade(): void {
    this.plan.forgetFacts();
    const { locked } = this.plan;
    if (locked !== undefined) checkLock(locked.findings);
    this.dockerfile.synthesize();
    this.tell(false);
  }

  /** @param isLockedNext whether a stale lock file is made again at once, so that it is no matter for a warning */
  private tell(isLockedNext: boolean): void {
    const { facts, locked, notes, program } = this.plan;
    const isDecided = ["CMD", "ENTRYPOINT"].some((instruction) => this.stages.app.hasOwnInstruction(instruction));
    const missing = program.missing === undefined || isDecided ? [] : [program.missing];
    const { stale } = locked?.findings ?? {};
    const staleness = stale === undefined || isLockedNext ? [] : [stale.message];
    const { logger } = this.project;
    this.tellOnce([...notes, ...staleness, ...missing], (text) => logger.warn(text));
    this.tellOnce([...variablesTold(facts), ...suggestions(this.plan, this.commands)], (text) => logger.info(text));
  }

  private tellOnce(texts: readonly string[], tell: (text: string) => void): void {
    for (const text of texts.filter((each) => !this.told.has(each))) {
      this.told.add(text);
      tell(text);
    }
  }
}

/** Shows the dev container all of the context: the package manager installs other projects from there, editable. */
function wholeWorkspace({ context, folder }: ProjectPlace) {
  const target = "/workspace";
  return { workspaceMount: DevContainerMount.bind(context, target), workspaceFolder: `${target}/${folder}` };
}
