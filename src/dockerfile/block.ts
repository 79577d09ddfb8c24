import type { ImageReference } from "../values/image-reference";
import { Mistake } from "../values/mistake";
import { Port } from "../values/port";
import { type Command, type Instruction, instructionKey } from "./instruction";
import type {
  DockerfileArgOptions,
  DockerfileCopyOptions,
  DockerfileHealthCheckOptions,
  DockerfileInstructionOptions,
  DockerfileRunOptions,
  DockerfileScriptOptions,
} from "./instruction-options";
import { InstructionRules } from "./instruction-rules";
import { renderInstruction } from "./render-instruction";
import type { IDockerfileStage } from "./stage-reference";
import { DockerfileWord, type Word } from "./word";

/**
 * Instructions that are computed when the Dockerfile is rendered, by what is known only then.
 *
 * They stand where they were registered. Of ENV, ARG, LABEL, HEALTHCHECK, STOPSIGNAL, ENTRYPOINT and CMD a user's own
 * instruction in the same stage replaces the computed one.
 */
export interface IDockerfileDefaults {
  /**
   * Adds the instructions by the block's public methods.
   *
   * @param block the block at which the defaults were registered
   */
  applyDefaults(block: DockerfileBlock): void;
}

/** The block whose defaults are being computed, and what they gave so far. */
let computing: { readonly block: DockerfileBlock; readonly instructions: Instruction[] } | undefined;

/** A run of instructions: a stage, a section of one, or the global ARGs. */
export abstract class DockerfileBlock {
  private readonly entries: (Instruction | { readonly defaults: IDockerfileDefaults })[] = [];
  private readonly rules: InstructionRules;

  /** What the user set, by its key; the blocks of one stage share it. @internal */
  public _userKeys: Map<string, string> = new Map();

  /** @param where the place that messages name */
  protected constructor(private readonly where: string) {
    this.rules = new InstructionRules(where);
  }

  /**
   * Declares an argument of the build.
   *
   * @returns the reference to it, for commands and values
   * @throws where the name is not valid, or is declared with another default
   */
  public addArg(name: string, options: DockerfileArgOptions = {}): DockerfileWord {
    this.rules.variableName("ARG", name);
    this.rules.oneLine("ARG", options.default);
    this.add({ kind: "arg", name, default: options.default, comment: options.comment });
    return DockerfileWord.variable(name);
  }

  /**
   * Sets an environment variable, for later instructions and for the container.
   *
   * @returns the reference to it, for commands and values
   * @throws where the name is not valid, or is set to another value
   */
  public addEnv(
    name: string,
    value: string | DockerfileWord,
    options: DockerfileInstructionOptions = {},
  ): DockerfileWord {
    this.rules.variableName("ENV", name);
    this.rules.oneLine(`ENV ${name}`, value);
    this.add({ kind: "env", name, value, comment: options.comment });
    return DockerfileWord.variable(name);
  }

  /**
   * Adds metadata to the image.
   *
   * @throws where the key is not valid, or has another value
   * @see https://specs.opencontainers.org/image-spec/annotations/
   */
  public addLabel(key: string, value: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this.rules.labelKey(key);
    this.rules.oneLine(`LABEL ${key}`, value);
    this.add({ kind: "label", name: key, value, comment: options.comment });
  }

  /**
   * Runs a program with its arguments; nothing in a plain string is special to the shell.
   *
   * @throws where there is no word
   */
  public addRun(words: (string | DockerfileWord)[], options: DockerfileRunOptions = {}): void {
    this.rules.notEmpty("RUN", words);
    this.rules.oneLine("RUN", ...words);
    this.addRunCommand({ form: "argv", words: [...words] }, options);
  }

  /**
   * Runs several programs in one layer, each only where the one before it succeeded.
   *
   * @throws where there is no program
   */
  public addRunSequence(commands: (string | DockerfileWord)[][], options: DockerfileRunOptions = {}): void {
    this.rules.notEmpty("RUN", commands);
    for (const words of commands) {
      this.rules.notEmpty("RUN", words);
      this.rules.oneLine("RUN", ...words);
    }
    this.addRunCommand({ form: "sequence", commands: commands.map((words) => [...words]) }, options);
  }

  /**
   * Runs text of the stage's shell. Its lines are continued, as in a Dockerfile: commands are joined by `&&`, and
   * comments are left out. Lines that stand for themselves are a script: `addRunScript`.
   *
   * @throws where the text is empty
   */
  public addRunShell(text: string, options: DockerfileRunOptions = {}): void {
    this.rules.notEmpty("RUN", text.trim() === "" ? [] : [text]);
    this.addRunCommand({ form: "shell", text }, options);
  }

  /**
   * Runs a script that is written into the Dockerfile as a heredoc.
   *
   * @throws where the script is empty, or its own first line names an interpreter and a secret is an environment variable
   */
  public addRunScript(script: string, options: DockerfileScriptOptions = {}): void {
    this.rules.notEmpty("RUN", script.trim() === "" ? [] : [script]);
    this.rules.scriptSecrets(script, options);
    this.addRunCommand({ form: "heredoc", script, interpreter: options.interpreter }, options);
  }

  /**
   * Copies files of the build context.
   *
   * @throws where there is no path, or several go to what is not a folder
   */
  public addCopy(
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileCopyOptions = {},
  ): void {
    this.addCopyInstruction(undefined, paths, destination, options);
  }

  /**
   * Copies files of another stage.
   *
   * @throws where there is no path, or several go to what is not a folder
   */
  public addCopyFrom(
    stage: IDockerfileStage,
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileCopyOptions = {},
  ): void {
    this.addCopyInstruction(stage.name, paths, destination, options);
  }

  /**
   * Copies files of an image.
   *
   * COPY expands no argument in the image's name: an image whose name holds one is the base of a stage of its own.
   *
   * @throws where there is no path, or several go to what is not a folder
   */
  public addCopyFromImage(
    image: ImageReference,
    paths: (string | DockerfileWord)[],
    destination: string | DockerfileWord,
    options: DockerfileCopyOptions = {},
  ): void {
    this.addCopyInstruction(image.toString(), paths, destination, options);
  }

  /**
   * Sets the folder in which later instructions and the container run; it is made where it is missing.
   *
   * @throws where the path is relative
   */
  public addWorkdir(path: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this.rules.absolutePath("WORKDIR", path);
    this.rules.oneLine("WORKDIR", path);
    this.add({ kind: "workdir", path, ...options });
  }

  /** Sets the user, `user` or `user:group` by name or number, of later instructions and of the container. */
  public addUser(user: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this.rules.oneLine("USER", user);
    this.add({ kind: "user", user, ...options });
  }

  /**
   * Names a TCP port on which the container listens.
   *
   * @throws where it is no port
   */
  public addExpose(port: number, options: DockerfileInstructionOptions = {}): void {
    this.add({ kind: "expose", port: Port.tcp(port), ...options });
  }

  /**
   * Checks the container's health by a program, without a shell; exit code 0 stands for healthy.
   *
   * @throws where there is no word, or a time is not greater than 0
   */
  public addHealthCheck(words: string[], options: DockerfileHealthCheckOptions = {}): void {
    this.rules.execForm("HEALTHCHECK", words);
    this.rules.healthCheckTimes(options);
    this.add({
      kind: "healthcheck",
      command: { form: "argv", words: [...words] },
      ...options,
    });
  }

  /** Switches off a health check that comes with the base image. */
  public addNoHealthCheck(options: DockerfileInstructionOptions = {}): void {
    this.add({ kind: "healthcheck", ...options });
  }

  /**
   * Sets the signal that asks the container to stop.
   *
   * @throws where it is no signal
   */
  public addStopSignal(signal: string, options: DockerfileInstructionOptions = {}): void {
    this.rules.signal(signal);
    this.add({ kind: "stopsignal", signal, ...options });
  }

  /**
   * Sets the program that the container runs, without a shell, so that signals reach it.
   *
   * @throws where there is no word
   */
  public addEntrypoint(words: string[], options: DockerfileInstructionOptions = {}): void {
    this.rules.execForm("ENTRYPOINT", words);
    this.add({ kind: "entrypoint", command: { form: "argv", words: [...words] }, ...options });
  }

  /**
   * Sets the default command of the container, or the default arguments of its entry point, without a shell.
   *
   * @throws where there is no word
   */
  public addCommand(words: string[], options: DockerfileInstructionOptions = {}): void {
    this.rules.execForm("CMD", words);
    this.add({ kind: "cmd", command: { form: "argv", words: [...words] }, ...options });
  }

  /**
   * Computes instructions when the Dockerfile is rendered.
   *
   * @param defaults is asked afresh at every rendering
   * @throws where other defaults register them
   */
  public addDefaults(defaults: IDockerfileDefaults): void {
    if (computing !== undefined) throw this.writtenByOthers();
    this.entries.push({ defaults });
  }

  /**
   * Whether the user added an instruction that stands once in a stage; what defaults add does not count.
   *
   * @param instruction the keyword, with the name where there is one: `CMD`, `ENTRYPOINT`, `ENV PORT`
   */
  public hasOwnInstruction(instruction: string): boolean {
    return this._userKeys.has(instruction.replace(/^\w+/, (keyword) => keyword.toLowerCase()));
  }

  /** Adds lines as they are, where no other method serves. */
  public addRaw(text: string): void {
    this.add({ kind: "raw", text });
  }

  /** The instructions in their order, the defaults computed now and without those that the user replaced. @internal */
  public _instructions(): Instruction[] {
    return this.entries.flatMap((entry) => {
      if (!("defaults" in entry)) return [entry];
      return this.compute(entry.defaults).filter(
        (instruction) => !this._userKeys.has(instructionKey(instruction) ?? ""),
      );
    });
  }

  private compute(defaults: IDockerfileDefaults): Instruction[] {
    const instructions: Instruction[] = [];
    computing = { block: this, instructions };
    try {
      defaults.applyDefaults(this);
    } finally {
      computing = undefined;
    }
    return instructions;
  }

  private addRunCommand(command: Command, options: DockerfileRunOptions): void {
    this.add({ kind: "run", command, mounts: [...(options.mounts ?? [])], comment: options.comment });
  }

  private addCopyInstruction(
    source: string | undefined,
    paths: Word[],
    destination: Word,
    options: DockerfileCopyOptions,
  ): void {
    this.rules.copyPaths(paths, destination);
    this.rules.oneLine("COPY", ...paths, destination, options.chown);
    this.rules.mode(options.chmod);
    const { chown, chmod, link = false, comment } = options;
    this.add({ kind: "copy", source, paths: [...paths], destination, chown, chmod, link, comment });
  }

  private add(instruction: Instruction): void {
    if (computing !== undefined) {
      if (computing.block !== this) throw this.writtenByOthers();
      computing.instructions.push(instruction);
      return;
    }
    const key = instructionKey(instruction);
    if (key !== undefined) {
      const text = renderInstruction(instruction);
      const before = this._userKeys.get(key);
      if (before === text) return;
      if (before !== undefined) {
        throw new Mistake({
          where: this.where,
          what: `${key.replace(/^\w+/, (kind) => kind.toUpperCase())} is there already as ${before}, and now comes ${text}`,
          allowed: "it stands once in a stage",
          fix: "keep one of the two",
        });
      }
      this._userKeys.set(key, text);
    }
    this.entries.push(instruction);
  }

  /** What another block's defaults added here would be added again at every rendering. */
  private writtenByOthers(): Mistake {
    return new Mistake({
      where: this.where,
      what: "defaults of another block add to it, or register further defaults",
      allowed: "defaults add instructions to the block that applyDefaults is given",
      fix: "register defaults at this block, outside of applyDefaults",
    });
  }
}
