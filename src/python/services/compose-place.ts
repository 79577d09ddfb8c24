import type { Project } from "projen";
import type { ComposeFile } from "../../compose/compose-file";
import type { ComposeService } from "../../compose/compose-service";
import { ComposeValue } from "../../compose/compose-value";
import { variableOf } from "../../compose/properties/names";
import { WrittenComposeFile } from "../../compose/written-compose-file";
import { shellWord } from "../../dockerfile/quote";
import { FileGuard } from "../../files/file-guard";
import { ContainerChecks } from "../../findings/container-checks";
import { Mistake, shown } from "../../values/mistake";
import { relativePath } from "../../values/relative-path";
import { imageNameOf } from "../parse-options";
import type { PythonContainerOptions } from "../python-container-options";
import { DEVELOPMENT_SERVICES, type PythonServiceNames } from "../python-names";
import { ApplicationServices } from "./application-services";

/** A service that every project has. */
interface OwnService {
  readonly service: ComposeService;
  /** Whether it stands in the file where nothing else uses it. */
  readonly isNeeded: () => boolean;
}

/** Where the services of a project stand: in a compose file of its own, or in one that several projects share. */
export class ComposePlace {
  /** The names of the services. */
  public readonly names: Required<PythonServiceNames>;

  /** What the services that run the project have in common. */
  public readonly applications = new ApplicationServices();

  /** The file by which the dev container changes the service dev, where it is that service. */
  public devContainerFile?: ComposeFile;

  private readonly isShared: boolean;
  private readonly services: ComposeService[] = [];
  /** The file, where people write it. */
  public readonly written?: WrittenComposeFile;

  private readonly own = new Map<keyof PythonServiceNames, OwnService>();

  /**
   * @param compose the file of the option `composeFile`, or the project's own
   * @throws where the file belongs to another tree of projects
   */
  constructor(
    public readonly compose: ComposeFile,
    private readonly project: Project,
    { composeFile, serviceNames = {} }: PythonContainerOptions,
  ) {
    const { absolutePath } = compose.file;
    if (FileGuard.of(compose)._isLeft(absolutePath)) this.written = WrittenComposeFile.read(absolutePath);
    this.isShared = composeFile !== undefined;
    if (compose.project.root !== project.root) throw foreignFile(compose);
    const app = serviceNames.app ?? (this.isShared ? imageNameOf(project.name) : "app");
    const beside = (name: string) => (this.isShared ? `${app}-${name}` : name);
    this.names = {
      app,
      builder: serviceNames.builder ?? beside("builder"),
      dev: serviceNames.dev ?? beside("dev"),
      test: serviceNames.test ?? beside("test"),
      debug: serviceNames.debug ?? beside("debug"),
    };
  }

  /** The project's name, as messages show it. */
  public get projectName(): string {
    return this.project.name;
  }

  /**
   * Adds one of the services that every project has.
   *
   * @param isNeeded whether it stands in the file where nothing else uses it; it is asked when the facts are known
   * @throws where another one has its name
   */
  public addOwnService(which: keyof PythonServiceNames, isNeeded: () => boolean = () => true): ComposeService {
    const name = this.names[which];
    const renaming = `serviceNames: { ${which}: ${shown(`${name}-2`)} }`;
    if (this.compose.tryFindService(name) === undefined) {
      const service = which === "builder" ? this.make(name) : this.addService(name);
      service._renaming = isDevelopment(which) ? `${renaming} or developmentServices: false` : renaming;
      service.addDefaults({ applyDefaults: (target) => target.configure({ omitIfUnused: !isNeeded() }) });
      this.own.set(which, { service, isNeeded });
      return service;
    }
    throw new Mistake({
      where: this.compose.fileName,
      what: `the project ${shown(this.projectName)} would have a service ${shown(name)}, and there is one already`,
      allowed: "each service of a file has a name of its own",
      fix: `give it another name, for example ${renaming}`,
    });
  }

  /** Whether there may be such a service: a generated file leaves it out where it is not needed. */
  public has(which: keyof PythonServiceNames): boolean {
    return this.written?.mayHaveService(this.names[which]) ?? this.own.has(which);
  }

  /** Whether such a service stands in the file; ask it when the facts are known. */
  public isThere(which: keyof PythonServiceNames): boolean {
    if (this.written !== undefined) return this.has(which);
    const own = this.own.get(which);
    return own !== undefined && (own.isNeeded() || own.service._isGiven);
  }

  /**
   * Adds a service that runs the project.
   *
   * @throws where the name is none or is taken
   */
  public addService(name: string): ComposeService {
    const service = this.make(name);
    this.applications.join(service);
    return service;
  }

  /** A path from the project's folder as compose reads it. */
  public path(path: string): string {
    return this.compose.pathOf(this.project, path);
  }

  /** The name of a variable that can hold for this project alone. */
  public ownName(name: string): string {
    return this.isShared ? variableOf(this.names.app, name) : name;
  }

  /** A variable that may hold for all projects of the file; one of this project's own goes before it. */
  public common(name: string, fallback: string): ComposeValue {
    const value = ComposeValue.variable(name, fallback);
    return this.isShared ? ComposeValue.variable(this.ownName(name), value) : value;
  }

  /** The compose file, from the project's folder. */
  public get file(): string {
    return relativePath(this.project.outdir, this.compose.file.absolutePath);
  }

  /** The command with which the tasks start, in the project's folder: compose finds only its own file by itself. */
  public get command(): string {
    const { file } = this;
    return file === "compose.yaml" ? "docker compose" : `docker compose --file ${shellWord(file)}`;
  }

  /**
   * The command that starts what runs all day: of a shared file the project's services alone. They are named, since compose
   * would build the image of the builder service too.
   *
   * @param isKnown whether the facts are known
   */
  public upCommand(isKnown: boolean): string {
    const started = isKnown && this.written === undefined ? this.started() : [];
    const names = started.length === 0 ? [this.names.app] : started;
    return [this.command, "up --build --detach --wait", ...names].join(" ");
  }

  /**
   * The command that stops what runs, in a profile or not: of a shared file the project's services alone.
   *
   * @param isKnown whether the facts are known, so that services which are left out of the file are not named
   */
  public downCommand(isKnown: boolean): string {
    const leftOut = isKnown
      ? [...this.own].flatMap(([which, { service }]) => (this.isThere(which) ? [] : service))
      : [];
    const names = this.isShared ? this.services.filter((each) => !leftOut.includes(each)).map(({ name }) => name) : [];
    return [this.command, '--profile "*"', "down", ...names].join(" ");
  }

  private started(): string[] {
    if (this.isShared) return this.applications.started.map(({ name }) => name);
    return [...this.compose._model().services]
      .filter(([, { profiles = [], scale }]) => profiles.length === 0 && scale !== 0)
      .map(([name]) => name);
  }

  private make(name: string): ComposeService {
    const service = this.compose.addService(name);
    this.services.push(service);
    ContainerChecks.of(this.compose)._share(name, this.project);
    return service;
  }
}

function isDevelopment(which: string): boolean {
  return DEVELOPMENT_SERVICES.some((each) => each === which);
}

function foreignFile({ fileName }: ComposeFile): Mistake {
  return new Mistake({
    where: "PythonContainer",
    what: `composeFile is ${shown(fileName)} of a project that is not synthesized with this one`,
    allowed: "it belongs to the same root project",
    fix: "give this project the other one as its parent, or leave composeFile out",
  });
}
