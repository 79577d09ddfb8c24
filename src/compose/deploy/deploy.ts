import type { ComposeValue } from "../compose-value";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { groupRow, type RowsOf } from "../properties/property-rows";
import { type ComposePlacement, placementRows } from "./placement";
import { type ComposeResources, resourceRows } from "./resources";
import { type ComposeRollout, rolloutRows } from "./rollout";

/** How a service is spread over a swarm. */
export enum DeployMode {
  /** As many containers as `replicas` says. */
  REPLICATED = "replicated",
  /** One container on each machine. */
  GLOBAL = "global",
  /** As many containers as `replicas` says, each of which ends. */
  REPLICATED_JOB = "replicated-job",
  /** One container on each machine, which ends. */
  GLOBAL_JOB = "global-job",
}

/** How others reach a service of a swarm. */
export enum DeployEndpointMode {
  /** By one address for all containers. */
  VIRTUAL_IP = "vip",
  /** By the addresses of the containers, which the name of the service gives. */
  DNS_ROUND_ROBIN = "dnsrr",
}

/** When a container is started again that has ended. */
export enum DeployRestartCondition {
  /** Never. */
  NONE = "none",
  /** Where it ended with an error. */
  ON_FAILURE = "on-failure",
  /** Always. */
  ANY = "any",
}

/**
 * When containers are started again, in a swarm and by compose, where the service has no `restart`.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/deploy.md#restart_policy
 */
export interface DeployRestartPolicy extends ComposeExtensible {
  /**
   * After which end.
   *
   * @default DeployRestartCondition.ANY
   */
  readonly condition?: DeployRestartCondition;
  /**
   * The time before each new start.
   *
   * @default 0
   */
  readonly delaySeconds?: number;
  /**
   * How often it is tried.
   *
   * @default - without end
   */
  readonly maxAttempts?: number;
  /**
   * How long a container has to run for the start to count as good.
   *
   * @default 0
   */
  readonly windowSeconds?: number;
}

/**
 * How containers of a service are run; compose itself goes by the resources, the replicas and the restart policy.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/deploy.md
 */
export interface ComposeDeploy extends ComposeExtensible {
  /**
   * What a container may use, and what is kept for it.
   *
   * @default - all of the host
   */
  readonly resources?: ComposeResources;
  /**
   * How many containers run, for a service without `scale`.
   *
   * @default 1
   */
  readonly replicas?: number | ComposeValue;
  /**
   * How the service is spread over a swarm.
   *
   * @default DeployMode.REPLICATED
   */
  readonly mode?: DeployMode;
  /**
   * How others reach the service in a swarm.
   *
   * @default - the platform's
   */
  readonly endpointMode?: DeployEndpointMode;
  /**
   * Labels of the service; those of containers are `labels` of the service.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string | ComposeValue };
  /**
   * When containers are started again.
   *
   * @default - the service's `restart`
   */
  readonly restartPolicy?: DeployRestartPolicy;
  /**
   * The machines of a swarm on which containers run.
   *
   * @default - any
   */
  readonly placement?: ComposePlacement;
  /**
   * How a swarm updates the service.
   *
   * @default - the platform's
   */
  readonly updateConfig?: ComposeRollout;
  /**
   * How a swarm goes back to what was before an update.
   *
   * @default - the platform's
   */
  readonly rollbackConfig?: ComposeRollout;
}

const restartPolicy = {
  condition: ["condition", plain.word(DeployRestartCondition)],
  delaySeconds: ["delay", plain.seconds],
  maxAttempts: ["max_attempts", plain.count],
  windowSeconds: ["window", plain.seconds],
  ...extensible,
} satisfies RowsOf<DeployRestartPolicy>;

export const deployRows = {
  resources: groupRow("resources", resourceRows),
  replicas: ["replicas", plain.openCount],
  mode: ["mode", plain.word(DeployMode)],
  endpointMode: ["endpoint_mode", plain.word(DeployEndpointMode)],
  labels: ["labels", plain.map],
  restartPolicy: groupRow("restart_policy", restartPolicy),
  placement: groupRow("placement", placementRows),
  updateConfig: groupRow("update_config", rolloutRows),
  rollbackConfig: groupRow("rollback_config", rolloutRows),
  ...extensible,
} satisfies RowsOf<ComposeDeploy>;
