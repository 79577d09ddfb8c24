import {
  type ComposeDeploy,
  DeployEndpointMode,
  DeployMode,
  DeployRestartCondition,
} from "../../../src/compose/deploy/deploy";
import type { ComposeDeviceRequest } from "../../../src/compose/deploy/device-request";
import type { ComposePlacement } from "../../../src/compose/deploy/placement";
import type { ComposeResources } from "../../../src/compose/deploy/resources";
import { type ComposeRollout, RolloutFailureAction, RolloutOrder } from "../../../src/compose/deploy/rollout";

const extensions = { "x-deploy": { a: [1, "$b"] } };

const rollout: Required<ComposeRollout> = {
  parallelism: 2,
  delaySeconds: 10,
  failureAction: RolloutFailureAction.PAUSE,
  monitorSeconds: 20,
  maxFailureRatio: 0.1,
  order: RolloutOrder.START_FIRST,
  extensions,
};

/** A request with every property, but the count, which does not go with ids. */
export const deviceRequest: Required<Omit<ComposeDeviceRequest, "count">> = {
  capabilities: ["gpu", "nvidia-compute"],
  deviceIds: ["0", "3"],
  driver: "nvidia",
  options: { virtualization: "false" },
  extensions,
};

const resources: Required<ComposeResources> = {
  limits: { cpus: 0.5, memoryBytes: 512 * 1024 ** 2, pids: 100, extensions },
  reservations: {
    cpus: 0.25,
    memoryBytes: 1000,
    devices: [deviceRequest, { count: 1 }, {}],
    genericResources: [{ kind: "ssd", value: 2, extensions }],
    extensions,
  },
  extensions,
};

const placement: Required<ComposePlacement> = {
  constraints: ["node.labels.disk==ssd"],
  preferences: [{ spread: "node.labels.zone", extensions }],
  maxReplicasPerNode: 1,
  extensions,
};

/** All that is said of how a service is deployed. */
export const fullDeploy: Required<ComposeDeploy> = {
  resources,
  replicas: 1,
  mode: DeployMode.REPLICATED,
  endpointMode: DeployEndpointMode.VIRTUAL_IP,
  labels: { "org.example.team": "orders" },
  restartPolicy: {
    condition: DeployRestartCondition.ON_FAILURE,
    delaySeconds: 5,
    maxAttempts: 3,
    windowSeconds: 120,
    extensions,
  },
  placement,
  updateConfig: rollout,
  rollbackConfig: rollout,
  extensions,
};
