import { posix, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { FileBase, type IResolver } from "projen";
import { FileGuard } from "../files/file-guard";
import type { GuardedFile } from "../files/guarded-file";
import { wholeContent } from "../files/own-content";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import type { IDockerfileDefaults } from "./block";
import { checkStages } from "./check-stages";
import { GlobalArguments } from "./global-arguments";
import type { DockerfileArgOptions } from "./instruction-options";
import { misreadLines } from "./misread-lines";
import type { DockerfileModel } from "./model";
import { renderDockerfile } from "./render-dockerfile";
import { resolveArguments } from "./resolve-arguments";
import { DockerfileStage, type DockerfileStageOptions } from "./stage";
import type { StageBase } from "./stage-base";
import { usedStages } from "./used-stages";
import type { DockerfileWord } from "./word";

/** Options of `Dockerfile`. */
export interface DockerfileOptions {
  /**
   * Path of the file from the project's folder.
   * @default "Dockerfile"
   */
  readonly fileName?: string;
  /**
   * The frontend that reads the file, for example `docker/dockerfile:1`.
   *
   * A build then asks a registry for it; leave it out where no instruction needs it.
   *
   * @default - the frontend of the engine
   * @see https://docs.docker.com/reference/dockerfile/#syntax
   */
  readonly syntax?: string;
  /**
   * BuildKit's checks that are not wanted, by name.
   *
   * @default - none is left out
   * @see https://docs.docker.com/reference/build-checks/
   */
  readonly skippedBuildChecks?: string[];
  /**
   * Whether a finding of BuildKit's checks stops the build.
   *
   * @default false
   * @see https://docs.docker.com/reference/dockerfile/#check
   */
  readonly failsOnBuildChecks?: boolean;
}

/**
 * A Dockerfile.
 *
 * @see https://docs.docker.com/reference/dockerfile/
 */
export class Dockerfile extends FileBase {
  private readonly options: DockerfileOptions;
  private readonly globals: GlobalArguments;
  private readonly guarded: GuardedFile;
  private readonly stageList: DockerfileStage[] = [];

  /**
   * @param scope the project, or a component of it
   * @throws where the syntax is no image reference
   */
  constructor(scope: IConstruct, options: DockerfileOptions = {}) {
    super(scope, options.fileName ?? "Dockerfile");
    if (options.syntax !== undefined) ImageReference.of(options.syntax);
    this.options = options;
    this.globals = new GlobalArguments(this.path);
    const guard = FileGuard.of(this);
    this.guarded = guard._watch(
      this,
      wholeContent(() => this.render()),
    );
    guard._addCheck(this, () => checkStages(this.path, this.model()));
  }

  /** The stages in their order. */
  public get stages(): DockerfileStage[] {
    return [...this.stageList];
  }

  /**
   * Declares an argument for the FROM lines; a stage that uses it declares it again by itself.
   *
   * @returns the reference to it, for commands and values
   * @throws where the name is not valid, or is declared with another default
   */
  public addArg(name: string, options: DockerfileArgOptions = {}): DockerfileWord {
    return this.globals.addArg(name, options);
  }

  /**
   * Computes global ARGs when the file is rendered.
   *
   * @param defaults may add ARGs only
   */
  public addDefaults(defaults: IDockerfileDefaults): void {
    this.globals.addDefaults(defaults);
  }

  /**
   * Adds a stage after those that are there.
   *
   * @param name lower-case letters, digits and `_ . -`
   * @throws where the name is not valid, is reserved, or is there already
   */
  public addStage(name: string, base: StageBase, options: DockerfileStageOptions = {}): DockerfileStage {
    this.checkStageName(name);
    const stage = new DockerfileStage(this.path, name, base, options);
    this.stageList.push(stage);
    return stage;
  }

  /** The stage of that name; undefined where there is none. */
  public tryFindStage(name: string): DockerfileStage | undefined {
    return this.stageList.find((stage) => stage.name === name);
  }

  /**
   * The stage of that name.
   *
   * @throws where there is none
   */
  public findStage(name: string): DockerfileStage {
    const stage = this.tryFindStage(name);
    if (stage === undefined) {
      throw new Mistake({
        where: this.path,
        what: `there is no stage ${shown(name)}`,
        allowed: `its stages are ${this.stageList.map((each) => shown(each.name)).join(", ") || "none"}`,
        fix: "use one of them, or addStage",
      });
    }
    return stage;
  }

  /** Says what is wrong, and what another builder would take in its place, before any file is written. */
  public preSynthesize(): void {
    super.preSynthesize();
    const guard = FileGuard.of(this);
    guard._check(this);
    const other = posix.join(posix.dirname(this.path), "Containerfile");
    const isRival = posix.basename(this.path) === "Dockerfile" && guard._isRival(resolve(this.project.outdir, other));
    if (isRival) this.project.logger.warn(containerfileBeside(other, this.path));
  }

  /**
   * The lines that a reader of lines takes for instructions, though they are none.
   *
   * @param target the stage that is built, the last one where it is undefined
   * @internal
   */
  public _misreadLines(target?: string): string[] {
    return misreadLines(this.model().stages, target);
  }

  /** Writes the file, as a whole or not at all, and never over what people wrote. */
  public synthesize(): void {
    this.guarded.write();
  }

  /** Whether the last synth has changed it; undefined before the first. */
  public get changed(): boolean | undefined {
    return this.guarded.changed;
  }

  protected synthesizeContent(_resolver: IResolver): string | undefined {
    return this.guarded.text();
  }

  private render(): string {
    return renderDockerfile(resolveArguments(this.model()));
  }

  /** The file as it stands now, all that is late computed. */
  private model(): DockerfileModel {
    const { skippedBuildChecks: skipped = [], failsOnBuildChecks = false } = this.options;
    const check = [skipped.length > 0 ? `skip=${skipped.join(",")}` : "", failsOnBuildChecks ? "error=true" : ""];
    const directives: [string, string][] = [];
    if (this.options.syntax !== undefined) directives.push(["syntax", this.options.syntax]);
    if (check.some((each) => each !== "")) directives.push(["check", check.filter((each) => each !== "").join(";")]);
    return {
      directives,
      marker: this.marker,
      globals: this.globals._arguments(),
      stages: usedStages(this.stageList.map((stage) => stage._model())),
    };
  }

  private checkStageName(name: string): void {
    const fail = (what: string, allowed: string, fix: string): never => {
      throw new Mistake({ where: this.path, what: `stage name ${shown(name)} ${what}`, allowed, fix });
    };
    if (!/^[a-z][a-z0-9_.-]*$/.test(name)) {
      fail(
        "is not valid",
        "a name starts with a lower-case letter and has lower-case letters, digits and _ . -",
        "rename the stage",
      );
    }
    if (name === "scratch" || name === "context") fail("is reserved", "any other name is allowed", "rename the stage");
    const first = this.tryFindStage(name);
    if (first === undefined) return;
    const renaming = first._renaming === undefined ? "" : `, the first by ${first._renaming}`;
    fail("is there twice", "a name stands once in a file", `rename one of the two${renaming}`);
  }
}

/** @see https://github.com/containers/buildah/blob/main/pkg/util/util.go */
function containerfileBeside(other: string, own: string): string {
  return new Mistake({
    where: other,
    what: `podman takes it, and not ${own}, which lies beside it`,
    fix: `remove it, or name it in handWrittenFiles and build by podman build --file ${own}`,
  }).message;
}
