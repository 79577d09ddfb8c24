import type { Project } from "projen";
import type { ComposeFile } from "../compose/compose-file";
import type { ComposeService } from "../compose/compose-service";
import { ComposeValue } from "../compose/compose-value";
import { shellWord } from "../dockerfile/quote";
import { Mistake, shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import { imageNameOf } from "./parse-options";
import type { PythonContainerOptions } from "./python-container-options";
import type { PythonServiceNames } from "./python-names";

/** Where the services of a project stand: in a compose file of its own, or in one that several projects share. */
export class ComposePlace {
  /** The names of the services. */
  public readonly names: Required<PythonServiceNames>;

  private readonly isShared: boolean;
  private readonly services: ComposeService[] = [];

  /**
   * @param compose the file of the option `composeFile`, or the project's own
   * @throws where the file belongs to another tree of projects
   */
  constructor(
    public readonly compose: ComposeFile,
    private readonly project: Project,
    { composeFile, serviceNames = {} }: PythonContainerOptions,
  ) {
    this.isShared = composeFile !== undefined;
    if (compose.project.root !== project.root) throw foreignFile(compose);
    const app = serviceNames.app ?? (this.isShared ? imageNameOf(project.name) : "app");
    this.names = { app, builder: serviceNames.builder ?? (this.isShared ? `${app}-builder` : "builder") };
  }

  /** The project's name, as messages show it. */
  public get projectName(): string {
    return this.project.name;
  }

  /**
   * Adds one of the services that every project has.
   *
   * @throws where another one has its name
   */
  public addOwnService(which: keyof PythonServiceNames): ComposeService {
    const name = this.names[which];
    if (this.compose.tryFindService(name) === undefined) return this.addService(name);
    throw new Mistake({
      where: this.compose.fileName,
      what: `the project ${shown(this.projectName)} would have a service ${shown(name)}, and there is one already`,
      allowed: "each service of a file has a name of its own",
      fix: `give it another name, for example serviceNames: { ${which}: ${shown(`${name}-2`)} }`,
    });
  }

  /**
   * Adds a service of the project.
   *
   * @throws where the name is none or is taken
   */
  public addService(name: string): ComposeService {
    const service = this.compose.addService(name);
    this.services.push(service);
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

  /** The command with which the tasks start, in the project's folder: compose finds only its own file by itself. */
  public get command(): string {
    const file = relativePath(this.project.outdir, this.compose.file.absolutePath);
    return file === "compose.yaml" ? "docker compose" : `docker compose --file ${shellWord(file)}`;
  }

  /** What the task stops: of a shared file the project's services alone. */
  public get stopped(): string[] {
    return this.isShared ? this.services.map(({ name }) => name) : [];
  }
}

/** The variable of a service; its name may start with a digit, that of a variable not. */
export function variableOf(service: string, name: string): string {
  return `${service.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}_${name}`.replace(/^(?=\d)/, "_");
}

function foreignFile({ fileName }: ComposeFile): Mistake {
  return new Mistake({
    where: "PythonContainer",
    what: `composeFile is ${shown(fileName)} of a project that is not synthesized with this one`,
    allowed: "it belongs to the same root project",
    fix: "give this project the other one as its parent, or leave composeFile out",
  });
}
