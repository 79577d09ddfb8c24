import type { ComposeValue } from "../compose-value";
import type { ComposeSecret } from "../file/compose-secret";
import { checkFile, usesRow } from "../file/used-item";
import { plain } from "../properties/plain-properties";
import { single } from "../properties/property";
import type { RowsOf } from "../properties/property-rows";
import { fileOwnerRows, type ServiceFileOwner } from "./service-config";

/** A secret that a service may read. */
export interface ServiceSecret extends ServiceFileOwner {
  /** What `addSecret` of the file gave. */
  readonly secret: ComposeSecret;
  /**
   * The absolute path in the container at which it stands.
   *
   * @default - `containerPath` of the secret
   */
  readonly target?: string | ComposeValue;
}

const rows = {
  secret: ["source", single((secret: ComposeSecret, place) => checkFile("secret", secret, place))],
  target: ["target", plain.path],
  ...fileOwnerRows,
} satisfies RowsOf<ServiceSecret>;

export const secretsRow = usesRow<ServiceSecret>("secrets", rows);
