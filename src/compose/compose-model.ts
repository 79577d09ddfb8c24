import type { NetworkModel } from "./compose-network";
import type { SecretModel } from "./compose-secret";
import type { ComposeValue } from "./compose-value";
import type { VolumeModel } from "./compose-volume";
import type { ServiceModel } from "./service-properties";

/** A compose file as plain data, ready to be checked or rendered. */
export interface ComposeModel {
  readonly name?: ComposeValue;
  readonly services: ReadonlyMap<string, ServiceModel>;
  readonly networks: ReadonlyMap<string, NetworkModel>;
  readonly volumes: ReadonlyMap<string, VolumeModel>;
  readonly secrets: ReadonlyMap<string, SecretModel>;
}
