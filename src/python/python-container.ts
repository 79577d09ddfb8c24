import type { IConstruct } from "constructs";
import { Component } from "projen";
import { isTruthy } from "projen/lib/util";
import type { BakeFile } from "../bake/bake-file";
import type { BakeTarget } from "../bake/bake-target";
import { ComposeFile } from "../compose/compose-file";
import type { ComposeService, IBackingService } from "../compose/compose-service";
import type { ComposeValue } from "../compose/compose-value";
import type { DevContainer } from "../dev-container/dev-container";
import { Dockerfile } from "../dockerfile/dockerfile";
import type { DockerfileStage } from "../dockerfile/stage";
import { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Dockerignore } from "../dockerignore/dockerignore";
import { FileGuard } from "../files/file-guard";
import { pathFromRoot } from "../files/path-from-root";
import { ContainerChecks } from "../findings/container-checks";
import type { Finding } from "../findings/finding";
import { Pyproject } from "../pyproject/pyproject";
import { PythonVersion } from "../values/python-version";
import { visibleText } from "../values/visible-text";
import { addBakedImage } from "./baked-image";
import { ContainerPlan } from "./container-plan";
import { ContainerSummary } from "./container-summary";
import { addDockerignore } from "./context-patterns";
import { checkDevService } from "./desk/check-dev-service";
import { DevContainerMode } from "./desk/dev-container-mode";
import { addDevContainer } from "./desk/dev-container-settings";
import { addEditorFiles } from "./desk/editor-files";
import { fileFindings } from "./file-findings";
import { adviceOn, projectWarnings } from "./notices/notices";
import { PinnedImages } from "./pinned-images";
import type { PythonContainerOptions } from "./python-container-options";
import { type PythonStageNames, stageNames } from "./python-names";
import { ComposePlace } from "./services/compose-place";
import { addServices } from "./services/compose-services";
import { addContainerCommand, type ContainerCommandOptions } from "./services/container-command";
import { addDevelopmentServices, type DevelopmentBuild } from "./services/development-services";
import { imageNameFindings, noteImageName } from "./services/image-names";
import type { BaseImages } from "./stages/base-images";
import { addStages } from "./stages/stages";
import { addContainerTasks, canLock } from "./tasks/container-tasks";
import type { LateTask } from "./tasks/late-task";

/**
 * The container files of a Python project, in line with its pyproject.toml: the one place where the four meet.
 *
 * Everything that it adds it adds by the public methods of the four files, so that a user can do the same.
 */
export class PythonContainer extends Component {
  /** The Dockerfile with the stages builder, deps, dev, live and app. */
  public readonly dockerfile: Dockerfile;
  /** The compose file with app, builder, dev, test and debug; that of the option `composeFile` where one is given. */
  public readonly compose: ComposeFile;
  /** The dev container, on the dev stage or as the service dev. */
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
  private readonly composePlace: ComposePlace;
  private readonly stageNames: Required<PythonStageNames>;
  private readonly app: DockerfileStage;
  private readonly appTarget?: string;
  private readonly development?: DevelopmentBuild;
  private readonly tasks: LateTask[];
  private readonly commands: string[][] = [];
  private missingStage?: string;
  /** Whether the lock file was made after this synth. */
  private isLockMade = false;
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

    if (!options.requireImageVariable) noteImageName(this.project, this.plan.imageName);
    this.guardFiles(options);
    this.dockerfile = new Dockerfile(this);
    this.dockerfile._buildContext = this.plan.place.context;
    const { written } = this;
    this.plan.written = written;
    const names = stageNames(options.stageNames);
    this.stageNames = names;
    // What people write has the names that they give; this one is not written then.
    this.app = addStages(this.dockerfile, this.plan, written === undefined ? names : stageNames());
    const target = (key: "app" | "builder" | "dev" | "live") =>
      options.stageNames?.[key] === undefined && written?.hasStage(names[key]) === false ? undefined : names[key];
    // Without the name of a stage the last one is built.
    const targets = { app: target("app"), builder: target("builder") };
    this.appTarget = targets.app;
    const live = options.developmentServices === false ? undefined : (target("live") ?? target("dev"));

    this.dockerignore = addDockerignore(this, this.dockerfile.path, this.plan);
    this.compose = options.composeFile ?? new ComposeFile(this);
    this.composePlace = new ComposePlace(this.compose, this.project, options);
    if (options.pinImages) PinnedImages.of(this).add(this.dockerfile, this.compose);
    addServices(this.composePlace, this.plan, targets, this.dockerfile.path);
    this.development = live === undefined ? undefined : { dockerfile: this.dockerfile.path, target: live };
    if (this.development !== undefined) addDevelopmentServices(this.composePlace, this.plan, this.development);

    const isComposed = options.devContainerMode === DevContainerMode.COMPOSE;
    if (isComposed) checkDevService(this.composePlace, options, names.dev);
    this.devContainer = addDevContainer(this, this.plan, {
      dockerfile: this.dockerfile.path,
      target: names.dev,
      compose: isComposed ? this.composePlace : undefined,
    });
    if (target("dev") === undefined && !isComposed) this.leaveDevContainer();
    addEditorFiles(this, this.plan, this.composePlace, this.missingStage === undefined);
    this.tasks = addContainerTasks(
      this.project,
      this.plan,
      { app: targets.app, written },
      this.dockerfile.path,
      this.composePlace,
    );
    FileGuard.of(this)._prepareLast(this.project, () => this.prepare());
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
   * It waits for the commands that run first, and for the backing services; `addDependency` of what is returned makes it
   * wait for others.
   *
   * @param name the service's name, and that of the stage where it has an image of its own
   * @param words the program and its arguments, without a shell
   * @throws where the name is not valid or is taken, or there is no word
   */
  public addCommand(name: string, words: string[], options: ContainerCommandOptions = {}): ComposeService {
    const { dockerfile, composePlace: compose, app, development } = this;
    const service = addContainerCommand({ dockerfile, compose, app, development }, this.plan, name, words, options);
    this.commands.push([...words]);
    return service;
  }

  /**
   * Has all that runs the project use a database or the like: the services app, dev, test and debug, and all commands,
   * those that are added later too. They start when it is healthy, and find it by the variables of its connection.
   *
   * @param service a service of the compose file, with a health check
   * @param environment the variables that they are given instead of the connection's
   */
  public addBackingService(service: IBackingService, environment?: { [name: string]: string | ComposeValue }): void {
    this.composePlace.applications.addBackingService(service, environment);
  }

  /**
   * Adds the app image to a bake file, by which one command builds the images of several projects at once.
   *
   * Its name has the variables DOCKER_REGISTRY before it and DOCKER_TAG behind it; `addVariable` of the file gives them other
   * defaults. Nothing in the target depends on a builder, nor says where the image goes.
   *
   * @param bake a file of the same tree of projects
   * @param name the target's name
   * @throws where the name is not valid or is taken, or the file belongs to another tree of projects
   */
  public addBakeTarget(bake: BakeFile, name: string): BakeTarget {
    return addBakedImage(bake, name, this.project, () => this._summary);
  }

  /**
   * What projects and workflows ask of it.
   *
   * @internal
   */
  public get _summary(): ContainerSummary {
    return new ContainerSummary({
      project: this.project,
      plan: this.plan,
      compose: this.composePlace,
      dockerfile: this.dockerfile.path,
      target: this.appTarget,
      written: this.written,
      hasDevContainer: this.missingStage === undefined,
    });
  }

  /**
   * The images that stages start from, without tags.
   *
   * @internal
   */
  public get _baseImages(): BaseImages {
    return this.plan.baseImages;
  }

  /**
   * Writes the Dockerfile again, and tells what is new, once the lock file was made after it.
   *
   * @internal
   * @throws where the lock file has nothing to install for a platform
   */
  public _lockWasMade(): void {
    this.plan.forgetFacts();
    this.dockerfile._forget();
    this.isLockMade = true;
    ContainerChecks.of(this)._lookAgain(this);
    this.dockerfile.synthesize();
    this.tell();
  }

  /** The Dockerfile of people, where it is left to them. */
  private get written(): WrittenDockerfile | undefined {
    const { absolutePath, path } = this.dockerfile;
    return FileGuard.of(this)._isLeft(absolutePath) ? WrittenDockerfile.read(absolutePath, path) : undefined;
  }

  /** An image of production has neither the developer's account nor the tools. */
  private leaveDevContainer(): void {
    const guard = FileGuard.of(this);
    const { absolutePath } = this.devContainer.file;
    if (guard._isLeft(absolutePath)) return;
    guard.leave(this.project, absolutePath);
    this.missingStage = this.stageNames.dev;
  }

  /**
   * Reads the facts before any file is written, and tells what is worth telling.
   *
   * @throws where pyproject.toml can't be read or contradicts itself
   */
  private prepare(): void {
    if (this.project.parent === undefined) this.plan.forgetLock();
    for (const task of this.tasks) task.settle();
    this.isLockMade = false;
    this.told.clear();
    this.tell();
  }

  private *findings(): Iterable<Finding> {
    // The root looks before projects below it do anything, and somebody may have made it again since another synth.
    if (this.project.parent !== undefined) this.plan.forgetLock();
    const isLockedNext =
      this._locksAtSynthesis && canLock(this.written) && !this.isLockMade && !isTruthy(process.env.PROJEN_DISABLE_POST);
    const isWritten = this.written !== undefined;
    const isCommandGiven = ["CMD", "ENTRYPOINT"].some((instruction) => this.app.hasOwnInstruction(instruction));
    yield* fileFindings(this, this.plan, this.written, this.stageNames);
    yield* imageNameFindings(this.project, this.plan.imageName);
    yield* projectWarnings(this.plan, { isWritten, isCommandGiven, isLockedNext });
  }

  private guardFiles({ existingFiles, handWrittenFiles = [] }: PythonContainerOptions): void {
    const guard = FileGuard.of(this);
    ContainerChecks.of(this)._add(this, () => this.findings());
    if (existingFiles !== undefined) guard.decide(this.project, existingFiles);
    guard.leave(this.project, ...handWrittenFiles);
  }

  private tell(): void {
    const advice = adviceOn(this.plan, {
      isWritten: this.written !== undefined,
      commands: this.commands,
      compose: FileGuard.of(this)._isLeft(this.compose.file.absolutePath) ? undefined : this.compose,
      missingStage: this.missingStage,
    });
    for (const text of advice.filter((each) => !this.told.has(each))) {
      this.told.add(text);
      this.project.logger.info(visibleText(`${this.place()}${text}`));
    }
  }

  /** Of several projects in one repository, which one is meant. */
  private place(): string {
    const folder = pathFromRoot(this.project, "");
    return folder === "" ? "" : `${folder}: `;
  }
}
