import type { RunMount } from "./mount";
import type { DockerfileWord } from "./word";

/** Options of every instruction. */
export interface DockerfileInstructionOptions {
  /**
   * Why the instruction is there; each line of it becomes a comment line above the instruction.
   * @default - no comment
   */
  readonly comment?: string;
}

/** Options of ARG. */
export interface DockerfileArgOptions extends DockerfileInstructionOptions {
  /**
   * The value where the build gives none.
   * @default - no value
   */
  readonly default?: string | DockerfileWord;
}

/** Options of RUN. */
export interface DockerfileRunOptions extends DockerfileInstructionOptions {
  /**
   * Files and caches that the command sees.
   * @default - none
   */
  readonly mounts?: RunMount[];
}

/** Options of a RUN with a script. */
export interface DockerfileScriptOptions extends DockerfileRunOptions {
  /**
   * The program that reads the script, for example `python3`.
   * @default - the stage's shell
   */
  readonly interpreter?: string;
}

/** Options of COPY. */
export interface DockerfileCopyOptions extends DockerfileInstructionOptions {
  /**
   * Owner of the copies, `user` or `user:group`, by name or number.
   * @default - root, user and group 0
   */
  readonly chown?: string | DockerfileWord;
  /**
   * File mode of the copies, in octal: `0755`.
   * @default - the mode of the source
   */
  readonly chmod?: string;
  /**
   * Whether the copies make a layer that does not depend on the layers below it.
   * @default false
   */
  readonly link?: boolean;
}

/** Options of HEALTHCHECK. */
export interface DockerfileHealthCheckOptions extends DockerfileInstructionOptions {
  /**
   * Seconds between two checks.
   * @default - the engine's, 30
   */
  readonly intervalSeconds?: number;
  /**
   * Seconds after which a check counts as failed.
   * @default - the engine's, 30
   */
  readonly timeoutSeconds?: number;
  /**
   * Seconds after the start during which a failed check does not count.
   * @default - the engine's, 0
   */
  readonly startPeriodSeconds?: number;
  /**
   * Seconds between two checks during the start period.
   * @default - the engine's, 5
   */
  readonly startIntervalSeconds?: number;
  /**
   * Failed checks in a row after which the container is unhealthy.
   * @default - the engine's, 3
   */
  readonly retries?: number;
}
