import { Port } from "../values/port";
import { DockerfileFileBlock } from "./file-block";
import type { Instruction } from "./instruction";
import {
  type DockerfileArgOptions,
  type DockerfileExposeOptions,
  type DockerfileHealthCheckOptions,
  type DockerfileInstructionOptions,
  ExposedProtocol,
} from "./instruction-options";
import { DockerfileWord } from "./word";

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

/** A run of instructions: a stage, a section of one, or the global ARGs. */
export abstract class DockerfileBlock extends DockerfileFileBlock {
  /**
   * Declares an argument of the build.
   *
   * @returns the reference to it, for commands and values
   * @throws where the name is not valid, or is declared with another default
   */
  public addArg(name: string, options: DockerfileArgOptions = {}): DockerfileWord {
    this._rules.variableName("ARG", name);
    this._rules.oneLine("ARG", options.default);
    this._list.add({ kind: "arg", name, default: options.default, comment: options.comment });
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
    this._rules.variableName("ENV", name);
    this._rules.oneLine(`ENV ${name}`, value);
    this._list.add({ kind: "env", name, value, comment: options.comment });
    return DockerfileWord.variable(name);
  }

  /**
   * Adds metadata to the image.
   *
   * @throws where the key is not valid, or has another value
   * @see https://specs.opencontainers.org/image-spec/annotations/
   */
  public addLabel(key: string, value: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this._rules.labelKey(key);
    this._rules.oneLine(`LABEL ${key}`, value);
    this._list.add({ kind: "label", name: key, value, comment: options.comment });
  }

  /**
   * Sets the folder in which later instructions and the container run; it is made where it is missing.
   *
   * @throws where the path is relative
   */
  public addWorkdir(path: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this._rules.absolutePath("WORKDIR", path);
    this._rules.oneLine("WORKDIR", path);
    this._list.add({ kind: "workdir", path, ...options });
  }

  /**
   * Sets the user, `user` or `user:group` by name or number, of later instructions and of the container.
   *
   * @throws where there is none, or it has a line break
   */
  public addUser(user: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this._rules.filled("USER", user);
    this._rules.oneLine("USER", user);
    this._list.add({ kind: "user", user, ...options });
  }

  /**
   * Names a port on which the container listens.
   *
   * @throws where it is no port
   */
  public addExpose(port: number, options: DockerfileExposeOptions = {}): void {
    const { protocol = ExposedProtocol.TCP, comment } = options;
    this._list.add({
      kind: "expose",
      port: protocol === ExposedProtocol.UDP ? Port.udp(port) : Port.tcp(port),
      comment,
    });
  }

  /**
   * Marks a folder as one that holds data: the engine makes a volume for it where nobody mounts one.
   *
   * @param path absolute
   * @throws where the path is relative
   * @see https://docs.docker.com/reference/dockerfile/#volume
   */
  public addVolume(path: string | DockerfileWord, options: DockerfileInstructionOptions = {}): void {
    this._rules.absolutePath("VOLUME", path);
    this._rules.oneLine("VOLUME", path);
    this._list.add({ kind: "volume", path, ...options });
  }

  /**
   * Sets the shell of later RUN instructions and of commands that are shell text. Commands that are given as words are
   * quoted for a POSIX shell.
   *
   * @param words the program and what stands before the text: `["/bin/bash", "-o", "pipefail", "-c"]`
   * @throws where there is no word, or a reference among them
   * @see https://docs.docker.com/reference/dockerfile/#shell
   */
  public addShell(words: string[], options: DockerfileInstructionOptions = {}): void {
    this._rules.execForm("SHELL", words);
    this._list.add({ kind: "shell", words: [...words], ...options });
  }

  /**
   * Checks the container's health by a program, without a shell; exit code 0 stands for healthy.
   *
   * @throws where there is no word, or a time is not greater than 0
   */
  public addHealthCheck(words: string[], options: DockerfileHealthCheckOptions = {}): void {
    this._rules.execForm("HEALTHCHECK", words);
    this._rules.healthCheckTimes(options);
    this._list.add({ kind: "healthcheck", command: { form: "argv", words: [...words] }, ...options });
  }

  /**
   * Checks the container's health by text of the image's shell; exit code 0 stands for healthy.
   *
   * @throws where the text is empty, or a time is not greater than 0
   */
  public addHealthCheckShell(text: string, options: DockerfileHealthCheckOptions = {}): void {
    this._rules.shellText("HEALTHCHECK", text);
    this._rules.healthCheckTimes(options);
    this._list.add({ kind: "healthcheck", command: { form: "shell", text }, ...options });
  }

  /** Switches off a health check that comes with the base image. */
  public addNoHealthCheck(options: DockerfileInstructionOptions = {}): void {
    this._list.add({ kind: "healthcheck", ...options });
  }

  /**
   * Sets the signal that asks the container to stop.
   *
   * @throws where it is no signal
   */
  public addStopSignal(signal: string, options: DockerfileInstructionOptions = {}): void {
    this._rules.signal(signal);
    this._list.add({ kind: "stopsignal", signal, ...options });
  }

  /**
   * Sets the program that the container runs, without a shell, so that signals reach it.
   *
   * @throws where there is no word
   */
  public addEntrypoint(words: string[], options: DockerfileInstructionOptions = {}): void {
    this._rules.execForm("ENTRYPOINT", words);
    this._list.add({ kind: "entrypoint", command: { form: "argv", words: [...words] }, ...options });
  }

  /**
   * Sets the default command of the container, or the default arguments of its entry point, without a shell.
   *
   * @throws where there is no word
   */
  public addCommand(words: string[], options: DockerfileInstructionOptions = {}): void {
    this._rules.execForm("CMD", words);
    this._list.add({ kind: "cmd", command: { form: "argv", words: [...words] }, ...options });
  }

  /**
   * Sets text of the image's shell as what the container runs. The shell takes the signals, and arguments are left out:
   * `addEntrypoint` serves better where no variable has to be expanded.
   *
   * @throws where the text is empty
   */
  public addEntrypointShell(text: string, options: DockerfileInstructionOptions = {}): void {
    this._rules.shellText("ENTRYPOINT", text);
    this._list.add({ kind: "entrypoint", command: { form: "shell", text }, ...options });
  }

  /**
   * Sets text of the image's shell as the default command of the container. The shell takes the signals, unless the
   * text starts with `exec`: `addCommand` serves better where no variable has to be expanded.
   *
   * @throws where the text is empty
   */
  public addCommandShell(text: string, options: DockerfileInstructionOptions = {}): void {
    this._rules.shellText("CMD", text);
    this._list.add({ kind: "cmd", command: { form: "shell", text }, ...options });
  }

  /**
   * Computes instructions when the Dockerfile is rendered.
   *
   * @param defaults is asked afresh at every rendering
   * @throws where other defaults register them
   */
  public addDefaults(defaults: IDockerfileDefaults): void {
    this._list.addLate(() => this._list.added(() => defaults.applyDefaults(this)));
  }

  /**
   * Whether the user added an instruction that stands once in a stage; what defaults add does not count.
   *
   * @param instruction the keyword, with the name where there is one: `CMD`, `ENTRYPOINT`, `ENV PORT`
   */
  public hasOwnInstruction(instruction: string): boolean {
    return this._list.userKeys.has(instruction.replace(/^\w+/, (keyword) => keyword.toLowerCase()));
  }

  /** Adds lines as they are, where no other method serves. */
  public addRaw(text: string): void {
    this._rules.sound("raw text", text);
    this._list.add({ kind: "raw", text });
  }

  /** The instructions in their order, the defaults computed now and without those that the user replaced. @internal */
  public _instructions(): Instruction[] {
    return this._list.instructions();
  }
}
