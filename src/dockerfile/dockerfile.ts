import { posix, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { FileGuard } from "../files/file-guard";
import { GuardedFileBase } from "../files/guarded-file-base";
import { wholeContent } from "../files/own-content";
import { pathFromRoot } from "../files/path-from-root";
import { WhileStill } from "../files/while-still";
import { ContainerChecks } from "../findings/container-checks";
import type { Finding } from "../findings/finding";
import { RULES, type RuleName } from "../findings/rules";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import type { IDockerfileDefaults } from "./block";
import { checkStageName } from "./check-stage-name";
import type { DockerfileOptions } from "./dockerfile-options";
import { foreignStages } from "./foreign-stages";
import { GlobalArguments } from "./global-arguments";
import type { DockerfileArgOptions } from "./instruction-options";
import { misreadLines } from "./misread-lines";
import type { DockerfileModel } from "./model";
import type { StageEnd } from "./parsed/stage-end";
import { namedImages, pinImages } from "./pin-images";
import { Rendering } from "./rendering";
import type { RuledFile } from "./rules/ruled-file";
import { textFindings } from "./rules/text-findings";
import { checkSkippedCheck } from "./skipped-check";
import { DockerfileStage, type DockerfileStageOptions } from "./stage";
import type { StageBase } from "./stage-base";
import { lastStages, usedStages } from "./used-stages";
import type { DockerfileWord } from "./word";
import type { WrittenDockerfile } from "./written-dockerfile";

/**
 * A Dockerfile.
 *
 * @see https://docs.docker.com/reference/dockerfile/
 */
export class Dockerfile extends GuardedFileBase {
  /**
   * The build context, from the project's folder.
   *
   * @internal
   */
  public _buildContext = ".";

  private readonly options: DockerfileOptions;
  private readonly globals: GlobalArguments;
  private readonly stageList: DockerfileStage[] = [];
  private readonly rendered: WhileStill<Rendering>;
  private readonly pins = new Map<string, ImageReference>();

  /**
   * @param scope the project, or a component of it
   * @throws where the syntax is no image reference, or the name of a build check is none
   */
  constructor(scope: IConstruct, options: DockerfileOptions = {}) {
    super(
      scope,
      options.fileName ?? "Dockerfile",
      wholeContent(() => this.rendering.text),
    );
    if (options.syntax !== undefined) ImageReference.of(options.syntax);
    for (const name of options.skippedBuildChecks ?? []) checkSkippedCheck(name, this.path);
    this.options = options;
    this.globals = new GlobalArguments(this.path);
    const guard = FileGuard.of(this);
    this.rendered = new WhileStill(guard, () => new Rendering(pinImages(this.unpinned(), this.pins), this.path));
    ContainerChecks.of(this)._add(this, () => this.findings());
    guard._addCheckedParts(() => this.checkedParts());
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
   * Has an image taken by its content, wherever the file names it: as a base, as the source of a COPY, as the frontend.
   *
   * Where arguments are part of a name, their defaults count. An argument that was for that name alone is left out then.
   *
   * @param image its name with the tag, for example `python:3.13-slim-trixie`; one that the file does not name changes nothing
   * @param digest `sha256:` and 64 hexadecimal digits
   * @throws where it is no image, or no digest
   */
  public pinImage(image: string, digest: string): void {
    this.pins.set(image, ImageReference.of(image).withDigest(digest));
  }

  /**
   * The images that the file names without a digest of its own, pinned or not; none where people write it.
   *
   * @internal
   */
  public _namedImages(): string[] {
    return FileGuard.of(this)._isLeft(this.absolutePath) ? [] : namedImages(this.unpinned());
  }

  /**
   * Adds a stage after those that are there.
   *
   * @param name lower-case letters, digits and `_ . -`
   * @throws where the name is not valid, is reserved, or is there already
   */
  public addStage(name: string, base: StageBase, options: DockerfileStageOptions = {}): DockerfileStage {
    checkStageName(this.path, name, this.stageList);
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

  /**
   * What a stage is at its end; undefined where there is none of the name, or people write the file.
   *
   * @param target the stage, the last one where it is undefined
   * @param args values of build arguments
   * @internal
   */
  public _stageEnd(target?: string, args?: ReadonlyMap<string, string>): StageEnd | undefined {
    if (this.isLeft || this.stageList.length === 0) return undefined;
    return this.rendering.written.stageEnd(target, args);
  }

  /**
   * The lines that a reader of lines takes for instructions, though they are none.
   *
   * @param target the stage that is built, the last one where it is undefined
   * @internal
   */
  public _misreadLines(target?: string): string[] {
    return misreadLines(this.rendering.model.stages, target);
  }

  /**
   * What rules look at, as the file is to be written; undefined where people write it, or there is no stage.
   *
   * @internal
   */
  public _ruled(): RuledFile | undefined {
    if (this.isLeft || this.stageList.length === 0) return undefined;
    return this.rendering.ruled;
  }

  /**
   * The file as it is to be written, parsed: what users have added as raw text too.
   *
   * @internal
   */
  public _written(): WrittenDockerfile {
    return this.rendering.written;
  }

  /**
   * Has it rendered again, since what it depends on was made after it.
   *
   * @internal
   */
  public _forget(): void {
    this.rendered.forget();
  }

  /** What `docker build --check` needs to know, where it is not left to people. */
  private checkedParts() {
    if (this.isLeft) return {};
    const place = (path: string) => pathFromRoot(this.project, path) || ".";
    const targets = lastStages(this.rendering.model.stages);
    return { dockerfiles: [{ path: place(this.path), context: place(this._buildContext), targets }] };
  }

  /** Whether people write it, so that what stands here is not written. */
  private get isLeft(): boolean {
    return FileGuard.of(this)._isLeft(this.absolutePath);
  }

  private *findings(): Iterable<Finding> {
    yield* this.rivals();
    if (this.isLeft) return;
    yield* foreignStages(this.path, this.rendering.model);
    const file = this._ruled();
    const skipped = new Set(this.options.skippedBuildChecks);
    const isSkipped = (rule: RuleName) =>
      skipped.has(rule) || (skipped.has("all") && RULES[rule].others.includes("BuildKit"));
    for (const found of file === undefined ? [] : textFindings(this.path, file)) {
      if (!isSkipped(found.rule)) yield found;
    }
  }

  /** What another builder would take in its place. */
  private rivals(): Finding[] {
    const other = posix.join(posix.dirname(this.path), "Containerfile");
    const isRival =
      posix.basename(this.path) === "Dockerfile" && FileGuard.of(this)._isRival(resolve(this.project.outdir, other));
    return isRival ? [containerfileBeside(other, this.path)] : [];
  }

  /** The file as it stands now, all that is late computed. */
  private get rendering(): Rendering {
    return this.rendered.value;
  }

  private unpinned(): DockerfileModel {
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
}

/** @see https://github.com/containers/buildah/blob/main/pkg/util/util.go */
function containerfileBeside(other: string, own: string): Finding {
  return {
    rule: "RivalFile",
    where: other,
    what: `podman takes it, and not ${own}, which lies beside it`,
    fix: `remove it, or name it in handWrittenFiles and build by podman build --file ${own}`,
  };
}
