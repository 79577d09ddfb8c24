import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { listRow, type RowsOf } from "../properties/property-rows";

/** How containers are spread over the machines of a swarm. */
export interface ComposePlacementPreference extends ComposeExtensible {
  /** The label of machines whose values get equal shares, for example `node.labels.zone`. */
  readonly spread: string | ComposeValue;
}

/**
 * The machines of a swarm on which containers run.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/deploy.md#placement
 */
export interface ComposePlacement extends ComposeExtensible {
  /**
   * What a machine must have, for example `node.labels.disk==ssd`.
   *
   * @default - nothing
   */
  readonly constraints?: (string | ComposeValue)[];
  /**
   * How containers are spread.
   *
   * @default - evenly
   */
  readonly preferences?: ComposePlacementPreference[];
  /**
   * How many containers of the service a machine has at most.
   *
   * @default - any number
   */
  readonly maxReplicasPerNode?: number;
}

const preference = {
  spread: ["spread", plain.text],
  ...extensible,
} satisfies RowsOf<ComposePlacementPreference>;

export const placementRows = {
  constraints: ["constraints", plain.list],
  preferences: listRow<ComposePlacementPreference>("preferences", preference),
  maxReplicasPerNode: ["max_replicas_per_node", plain.count],
  ...extensible,
} satisfies RowsOf<ComposePlacement>;
