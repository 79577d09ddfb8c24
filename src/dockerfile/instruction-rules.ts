import { Mistake, shown } from "../values/mistake";
import { HEALTH_CHECK_TIMES, type HealthCheckTimes } from "./instruction";
import type { DockerfileScriptOptions } from "./instruction-options";
import { VARIABLE_NAME, type Word, wordParts } from "./word";

/** The rules that one instruction alone must keep; each throws where it is broken. */
export class InstructionRules {
  constructor(
    /** The place that messages name, for example `Dockerfile stage "app"`. */
    private readonly where: string,
  ) {}

  public variableName(instruction: string, name: string): void {
    if (!VARIABLE_NAME.test(name)) {
      this.fail(`${instruction} ${shown(name)} is no name of a variable`, "a name has letters, digits and underscores");
    }
  }

  public labelKey(key: string): void {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key)) {
      this.fail(`LABEL key ${shown(key)} is not valid`, "a key has letters, digits and . _ - /");
    }
  }

  /** An instruction is one line: its words hold no line break. */
  public oneLine(instruction: string, ...words: (Word | undefined)[]): void {
    for (const part of words.flatMap((word) => (word === undefined ? [] : wordParts(word)))) {
      if ("text" in part && /[\r\n]/.test(part.text)) {
        this.fail(
          `${instruction} ${shown(part.text)} has a line break`,
          "an instruction is one line",
          "leave the line break out, or use addRunScript",
        );
      }
    }
  }

  public notEmpty(instruction: string, words: readonly unknown[]): void {
    if (words.length === 0) this.fail(`${instruction} has no words`, "it needs at least one");
  }

  /** A secret gets into the environment by lines of shell, which a script of another interpreter can't hold. */
  public scriptSecrets(script: string, { interpreter, mounts = [] }: DockerfileScriptOptions): void {
    if (interpreter !== undefined || !script.startsWith("#!")) return;
    if (mounts.every((mount) => mount._environment === undefined)) return;
    this.fail(
      `RUN has a script that starts with ${shown(script.split("\n")[0])} and a secret with an environmentVariable`,
      "the stage's shell reads the secret before it starts the interpreter",
      "leave that line out and give the option interpreter",
    );
  }

  /** The exec form is not read by a shell, so that a reference would stay as it is written. */
  public execForm(instruction: string, words: readonly unknown[]): void {
    this.notEmpty(instruction, words);
    const reference = words.find((word) => typeof word !== "string");
    if (reference !== undefined) {
      this.fail(`${instruction} holds a reference to a variable`, "the exec form expands none");
    }
  }

  public absolutePath(instruction: string, path: Word): void {
    const [first] = wordParts(path);
    const absolute = first !== undefined && ("variable" in first || first.text.startsWith("/"));
    if (!absolute) {
      this.fail(`${instruction} ${shown(path)} is relative`, "the path starts with / or with a variable");
    }
  }

  public copyPaths(paths: readonly Word[], destination: Word): void {
    this.notEmpty("COPY", paths);
    const last = wordParts(destination).at(-1);
    const folder = last !== undefined && "text" in last && (last.text.endsWith("/") || last.text === ".");
    if (paths.length > 1 && !folder) {
      this.fail(
        `COPY of ${paths.length} paths to ${shown(destination)}`,
        "several paths are copied into a folder",
        "end the destination with /",
      );
    }
  }

  public mode(mode: string | undefined): void {
    if (mode !== undefined && !/^[0-7]{3,4}$/.test(mode)) {
      this.fail(`COPY --chmod ${shown(mode)} is no file mode`, 'a mode is octal, such as "0755"');
    }
  }

  public healthCheckTimes(times: HealthCheckTimes): void {
    for (const name of HEALTH_CHECK_TIMES) {
      const value = times[name];
      if (value !== undefined && !(Number.isFinite(value) && value > 0)) {
        this.fail(`HEALTHCHECK ${name} is ${shown(value)}`, "it is a number greater than 0");
      }
    }
  }

  public signal(signal: string): void {
    if (!/^(?:SIG[A-Z][A-Z0-9+-]*|[1-9][0-9]?)$/.test(signal)) {
      this.fail(`STOPSIGNAL ${shown(signal)} is no signal`, "a signal is a name such as SIGTERM, or a number");
    }
  }

  private fail(what: string, allowed: string, fix?: string): never {
    throw new Mistake({ where: this.where, what, allowed, fix });
  }
}
