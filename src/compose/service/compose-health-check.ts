import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Entry } from "../properties/merge-entries";
import { parseTexts, type Text } from "../properties/parse-text";
import type { Place } from "../properties/place";
import { onlyTrueFlag, plain } from "../properties/plain-properties";
import { single } from "../properties/property";
import { groupRow, type RowsOf } from "../properties/property-rows";

/**
 * How the engine finds out whether a container is healthy.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#healthcheck
 */
export interface ComposeHealthCheck extends ComposeExtensible {
  /**
   * The command and its arguments; it is healthy where the command exits with 0.
   *
   * @default - the command of the image
   */
  readonly command?: (string | ComposeValue)[];
  /**
   * A command for the container's shell; not together with `command`.
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

const rows = {
  disable: ["disable", onlyTrueFlag],
  command: ["test", single((words: Text[], place) => ["CMD", ...parseCommand(words, place)])],
  shell: ["test", single((command: Text) => ["CMD-SHELL", ...parseTexts([command]).map((each) => each.toJSON())])],
  intervalSeconds: ["interval", plain.seconds],
  timeoutSeconds: ["timeout", plain.seconds],
  startPeriodSeconds: ["start_period", plain.seconds],
  startIntervalSeconds: ["start_interval", plain.seconds],
  retries: ["retries", plain.count],
  ...extensible,
} satisfies RowsOf<ComposeHealthCheck>;

/** The row of the health check, each of whose options is given by itself. */
export const healthCheckRow = { healthCheck: groupRow("healthcheck", rows) };

/** Whether two values are of one health check that can't have both: two commands, or anything where it is disabled. */
export function isOtherHealthCheck(one: Entry, other: Entry): boolean {
  const [first, second] = [one, other].map(({ path }) => (path[0] === "healthCheck" ? (path[1] ?? "") : ""));
  if (first === "" || second === "" || first === second) return false;
  if ([first, second].every((each) => each === "command" || each === "shell")) return true;
  if ([first, second].includes("extensions")) return false;
  return (first === "disable" && one.value === true) || (second === "disable" && other.value === true);
}

function parseCommand(words: readonly Text[], place: Place): readonly string[] {
  if (words.length > 0) return parseTexts(words).map((word) => word.toJSON());
  throw place.mistake({ what: "the command of the health check is empty", fix: "give its words, or leave it out" });
}
