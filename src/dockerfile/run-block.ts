import type { Command } from "./instruction";
import { InstructionList } from "./instruction-list";
import {
  type DockerfileRunOptions,
  type DockerfileScriptOptions,
  RunNetwork,
  RunSecurity,
} from "./instruction-options";
import { InstructionRules } from "./instruction-rules";
import type { DockerfileWord } from "./word";

/** The RUN instructions of a block. */
export abstract class DockerfileRunBlock {
  /** @internal */
  public readonly _list: InstructionList;
  /** @internal */
  protected readonly _rules: InstructionRules;

  /** @param where the place that messages name */
  protected constructor(where: string) {
    this._list = new InstructionList(where);
    this._rules = new InstructionRules(where);
  }

  /**
   * Runs a program with its arguments; nothing in a plain string is special to the shell.
   *
   * @throws where there is no word
   */
  public addRun(words: (string | DockerfileWord)[], options: DockerfileRunOptions = {}): void {
    this._rules.notEmpty("RUN", words);
    this._rules.oneLine("RUN", ...words);
    this.addRunCommand({ form: "argv", words: [...words] }, options);
  }

  /**
   * Runs several programs in one layer, each only where the one before it succeeded.
   *
   * @throws where there is no program
   */
  public addRunSequence(commands: (string | DockerfileWord)[][], options: DockerfileRunOptions = {}): void {
    this._rules.notEmpty("RUN", commands);
    for (const words of commands) {
      this._rules.notEmpty("RUN", words);
      this._rules.oneLine("RUN", ...words);
    }
    this.addRunCommand({ form: "sequence", commands: commands.map((words) => [...words]) }, options);
  }

  /**
   * Runs text of the stage's shell. Its lines are continued, as in a Dockerfile: commands are joined by `&&`, and
   * comments are left out. Lines that stand for themselves are a script: `addRunScript`.
   *
   * @throws where the text is empty, or BuildKit would find a flag, the exec form or a here-document in it
   */
  public addRunShell(text: string, options: DockerfileRunOptions = {}): void {
    this._rules.shellText("RUN", text);
    this.addRunCommand({ form: "shell", text }, options);
  }

  /**
   * Runs a script that is written into the Dockerfile as a heredoc.
   *
   * @throws where the script is empty, or its own first line names an interpreter and a secret is an environment variable
   */
  public addRunScript(script: string, options: DockerfileScriptOptions = {}): void {
    this._rules.script("RUN", script);
    this._rules.interpreter(options.interpreter);
    this._rules.scriptSecrets(script, options);
    this.addRunCommand({ form: "heredoc", script, interpreter: options.interpreter }, options);
  }

  private addRunCommand(command: Command, options: DockerfileRunOptions): void {
    const { mounts = [], devices = [], network, security, comment } = options;
    this._rules.devices(devices);
    this._rules.oneOf("RUN --network", network, RunNetwork);
    this._rules.oneOf("RUN --security", security, RunSecurity);
    this._list.add({ kind: "run", command, mounts: [...mounts], network, security, devices: [...devices], comment });
  }
}
