import { ComposeValue } from "./compose-value";
import { parseCount, parseSeconds } from "./parse-number";
import { parseTexts } from "./parse-text";
import type { Place } from "./place";

/**
 * How the engine finds out whether a container is healthy.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#healthcheck
 */
export interface ComposeHealthCheck {
  /**
   * The command and its arguments; it is healthy where the command exits with 0.
   *
   * @default - the command of the image
   */
  readonly command?: (string | ComposeValue)[];
  /**
   * A command for the container's shell, instead of `command`.
   *
   * @default - the command of the image
   */
  readonly shell?: string | ComposeValue;
  /**
   * The time between two checks.
   *
   * @default - the image's, else 30
   */
  readonly intervalSeconds?: number;
  /**
   * The time after which a check has failed.
   *
   * @default - the image's, else 30
   */
  readonly timeoutSeconds?: number;
  /**
   * The time a container has to start, in which a failed check doesn't count.
   *
   * @default - the image's, else 0
   */
  readonly startPeriodSeconds?: number;
  /**
   * The time between two checks while the container starts.
   *
   * @default - the image's, else 5
   */
  readonly startIntervalSeconds?: number;
  /**
   * How many checks in a row fail before the container is unhealthy.
   *
   * @default - the image's, else 3
   */
  readonly retries?: number;
  /**
   * Whether the image's health check is turned off; no other option goes with it.
   *
   * @default false
   */
  readonly disable?: boolean;
}

/** A health check, parsed. */
export interface HealthCheck {
  readonly disable: boolean;
  readonly command?: readonly ComposeValue[];
  readonly shell?: ComposeValue;
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly startPeriodSeconds?: number;
  readonly startIntervalSeconds?: number;
  readonly retries?: number;
}

export function parseHealthCheck(check: ComposeHealthCheck, place: Place): HealthCheck {
  const { disable, ...rest } = check;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (disable && given.length > 0) {
    throw place.mistake({
      what: `the health check is disabled and has ${given.map(([name]) => name).join(", ")}`,
      allowed: "a disabled health check has no other option",
      fix: "leave out disable or the rest",
    });
  }
  if (check.command !== undefined && check.shell !== undefined) {
    throw place.mistake({
      what: "the health check has a command and a shell text",
      allowed: "a health check runs one of them",
      fix: "leave out command or shell",
    });
  }
  if (check.command?.length === 0) {
    throw place.mistake({ what: "the command of the health check is empty", fix: "give its words, or leave it out" });
  }
  const seconds = (value: number | undefined) => (value === undefined ? undefined : parseSeconds(value, place));
  return {
    disable: disable ?? false,
    command: check.command && parseTexts(check.command),
    shell: check.shell === undefined ? undefined : ComposeValue._of(check.shell),
    intervalSeconds: seconds(check.intervalSeconds),
    timeoutSeconds: seconds(check.timeoutSeconds),
    startPeriodSeconds: seconds(check.startPeriodSeconds),
    startIntervalSeconds: seconds(check.startIntervalSeconds),
    retries: check.retries === undefined ? undefined : parseCount(check.retries, place),
  };
}
