import { readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { FileGuard } from "../files/file-guard";
import { GuardedFileBase } from "../files/guarded-file-base";
import { wholeContent } from "../files/own-content";
import { WhileStill } from "../files/while-still";
import { ContainerChecks } from "../findings/container-checks";
import type { Finding } from "../findings/finding";
import { Mistake, shown } from "../values/mistake";
import { trimmed } from "../values/trimmed";
import { BuildContext, type ContextDecision } from "./context";
import { type IgnoreEntry, settleEntries } from "./ignore-entry";
import { checkComment, parsePattern } from "./parse-pattern";
import { renderDockerignore } from "./render-dockerignore";

/** Options of `Dockerignore`. */
export interface DockerignoreOptions {
  /**
   * Path of the file from the project's folder; `<Dockerfile>.dockerignore` is for that Dockerfile alone.
   * @default ".dockerignore"
   */
  readonly fileName?: string;
}

/**
 * Patterns that are computed when the file is rendered, by what is known only then.
 *
 * They stand where they were registered. Where a user's line says the opposite of a computed one for the same pattern,
 * the computed one is left out.
 */
export interface IDockerignoreDefaults {
  /**
   * Adds the patterns by the public methods.
   *
   * @param dockerignore the file at which the defaults were registered
   */
  applyDefaults(dockerignore: Dockerignore): void;
}

/**
 * A .dockerignore: what is kept out of the build context.
 *
 * The order of the lines is the order of the calls, and the last line that matches a path decides.
 *
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export class Dockerignore extends GuardedFileBase {
  private readonly registered: (IgnoreEntry | { readonly defaults: IDockerignoreDefaults })[] = [];
  private computed?: IgnoreEntry[];
  private readonly settled: WhileStill<IgnoreEntry[]>;
  private readonly context: WhileStill<BuildContext>;
  private readonly text: WhileStill<string>;

  /**
   * @param scope the project, or a component of it
   * @throws where the engine would not look for a file of that name
   */
  constructor(scope: IConstruct, options: DockerignoreOptions = {}) {
    const fileName = options.fileName ?? ".dockerignore";
    if (!posix.basename(fileName).endsWith(".dockerignore")) {
      throw new Mistake({
        where: "Dockerignore",
        what: `the file name ${shown(fileName)} is not one that the engine looks for`,
        allowed: "a name is .dockerignore or <Dockerfile>.dockerignore",
        fix: `write ${shown(`${fileName}.dockerignore`)} for the Dockerfile ${shown(fileName)}`,
      });
    }
    super(
      scope,
      fileName,
      wholeContent(() => this.text.value),
    );
    const guard = FileGuard.of(this);
    this.settled = new WhileStill(guard, () => this.settle());
    this.context = new WhileStill(guard, () => this.makeContext());
    this.text = new WhileStill(guard, () => renderDockerignore(this.marker, this.entries()));
    ContainerChecks.of(this)._add(this, () => this.rivals());
  }

  /**
   * Leaves out what the patterns match; a pattern that starts with `!` takes it in again.
   *
   * A pattern starts at the root of the context; two stars and a slash before a name match it at any depth.
   *
   * @throws where a pattern is not valid, or can match nothing
   */
  public addPatterns(...patterns: string[]): void {
    this.addEntry(patterns);
  }

  /**
   * Takes in again what the patterns match, though an earlier pattern leaves it out.
   *
   * @param patterns without a leading `!`
   * @throws where a pattern is not valid, can match nothing, or starts with `!`
   */
  public addExceptions(...patterns: string[]): void {
    const [doubled] = patterns.filter((pattern) => trimmed(pattern).startsWith("!"));
    if (doubled !== undefined) {
      throw new Mistake({
        where: this.path,
        what: `the exception ${shown(doubled)} starts with !`,
        allowed: "addExceptions sets the ! itself",
        fix: `write ${shown(doubled.replace(/^[\s!]+/, ""))}`,
      });
    }
    this.addEntry(patterns.map((pattern) => `!${pattern}`));
  }

  /**
   * Adds patterns under a comment.
   *
   * @param comment one line or several, without `#`
   * @param patterns as for `addPatterns`
   * @throws where a pattern is not valid, or can match nothing
   */
  public addGroup(comment: string, ...patterns: string[]): void {
    this.addEntry(patterns, comment);
  }

  /**
   * Adds a comment.
   *
   * @param comment one line or several, without `#`
   */
  public addComment(comment: string): void {
    this.addEntry([], comment);
  }

  /**
   * Computes patterns when the file is rendered.
   *
   * @param defaults adds the patterns
   * @throws where other defaults add them
   */
  public addDefaults(defaults: IDockerignoreDefaults): void {
    if (this.computed !== undefined) throw this.computingMistake("addDefaults");
    this.registered.push({ defaults });
  }

  /**
   * The build context that the file leaves as it stands now, by what people wrote where it is left to them; later calls
   * don't change it.
   *
   * @throws where defaults ask for it, or the file of people can't be read
   */
  public buildContext(): BuildContext {
    return this.context.value;
  }

  /**
   * Whether the file or folder is in the build context.
   *
   * @param path from the root of the context
   * @throws where the path lies outside the context, or defaults ask
   */
  public includes(path: string): boolean {
    return this.buildContext().includes(path);
  }

  /**
   * Whether the file or folder is in the build context, and which pattern says so.
   *
   * @param path from the root of the context
   * @throws where the path lies outside the context, or defaults ask
   */
  public decide(path: string): ContextDecision {
    return this.buildContext().decide(path);
  }

  /** A file that another builder takes in its place. */
  private rivals(): Finding[] {
    const other = posix.join(posix.dirname(this.path), ".containerignore");
    const isForAll = posix.basename(this.path) === ".dockerignore";
    const isRival = isForAll && FileGuard.of(this)._isRival(resolve(this.project.outdir, other));
    return isRival ? [containerignoreBeside(other, this.path)] : [];
  }

  private makeContext(): BuildContext {
    const lines = FileGuard.of(this)._isLeft(this.absolutePath)
      ? this.writtenLines()
      : this.entries().flatMap((entry) => entry.lines.map((line) => line.text));
    return new BuildContext(lines, this.path);
  }

  private writtenLines(): string[] {
    try {
      return readFileSync(this.absolutePath, "utf8").split(/\r?\n/);
    } catch (error) {
      throw new Mistake({
        where: this.path,
        what: `it is left to people and can't be read (${(error as NodeJS.ErrnoException).code})`,
        fix: "write it, or take it out of handWrittenFiles",
      });
    }
  }

  private entries(): IgnoreEntry[] {
    if (this.computed !== undefined) throw this.computingMistake("asking for the build context");
    return this.settled.value;
  }

  private settle(): IgnoreEntry[] {
    return settleEntries(
      this.registered.flatMap((each) => ("defaults" in each ? this.compute(each.defaults) : [each])),
    );
  }

  private compute(defaults: IDockerignoreDefaults): IgnoreEntry[] {
    const computed: IgnoreEntry[] = [];
    this.computed = computed;
    try {
      defaults.applyDefaults(this);
    } finally {
      this.computed = undefined;
    }
    return computed;
  }

  private addEntry(patterns: string[], comment?: string): void {
    const lines = patterns.map((pattern) => parsePattern(pattern, this.path));
    if (comment !== undefined) checkComment(comment, this.path);
    if (lines.length === 0 && comment === undefined) return;
    const target = this.computed ?? this.registered;
    target.push({ comment, lines, isDefault: this.computed !== undefined });
  }

  private computingMistake(action: string): Mistake {
    return new Mistake({
      where: this.path,
      what: `${action} is not possible while defaults are computed`,
      allowed: "applyDefaults adds patterns and comments",
      fix: "do it outside applyDefaults",
    });
  }
}

/** @see https://github.com/containers/buildah/blob/main/pkg/parse/parse.go */
function containerignoreBeside(other: string, own: string): Finding {
  return {
    rule: "RivalFile",
    where: other,
    what: `podman goes by it, and not by ${own}, which lies beside it`,
    fix: "carry over what it has by addPatterns and remove it, or name it in handWrittenFiles",
  };
}
