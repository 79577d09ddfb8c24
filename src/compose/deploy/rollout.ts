import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import type { RowsOf } from "../properties/property-rows";

/** What a swarm does where replacing containers fails. */
export enum RolloutFailureAction {
  /** Goes on. */
  CONTINUE = "continue",
  /** Stops there. */
  PAUSE = "pause",
  /** Goes back to what ran before; not where that is what fails. */
  ROLLBACK = "rollback",
}

/** In which order a swarm replaces a container. */
export enum RolloutOrder {
  /** The old one stops first. */
  STOP_FIRST = "stop-first",
  /** The new one starts first. */
  START_FIRST = "start-first",
}

/**
 * How a swarm replaces containers, in an update or back to what was before it.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/deploy.md#update_config
 */
export interface ComposeRollout extends ComposeExtensible {
  /**
   * How many containers are replaced at a time; 0 for all.
   *
   * @default 1
   */
  readonly parallelism?: number;
  /**
   * The time between two of them.
   *
   * @default 0
   */
  readonly delaySeconds?: number;
  /**
   * What is done where it fails.
   *
   * @default RolloutFailureAction.PAUSE
   */
  readonly failureAction?: RolloutFailureAction;
  /**
   * How long a new container is watched for a failure.
   *
   * @default 0
   */
  readonly monitorSeconds?: number;
  /**
   * The share of failures that is borne, from 0 to 1.
   *
   * @default 0
   */
  readonly maxFailureRatio?: number;
  /**
   * What comes first, the old container's end or the new one's start.
   *
   * @default RolloutOrder.STOP_FIRST
   */
  readonly order?: RolloutOrder;
}

export const rolloutRows = {
  parallelism: ["parallelism", plain.count],
  delaySeconds: ["delay", plain.seconds],
  failureAction: ["failure_action", plain.word(RolloutFailureAction)],
  monitorSeconds: ["monitor", plain.seconds],
  maxFailureRatio: ["max_failure_ratio", plain.number],
  order: ["order", plain.word(RolloutOrder)],
  ...extensible,
} satisfies RowsOf<ComposeRollout>;
