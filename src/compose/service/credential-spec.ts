import type { ComposeValue } from "../compose-value";
import type { ComposeConfig } from "../file/compose-config";
import { checkSources } from "../file/one-source";
import { checkFile } from "../file/used-item";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import { plain } from "../properties/plain-properties";
import { single } from "../properties/property";
import { parseRows, type RowsOf, tableOf } from "../properties/property-rows";

/** The account of a container on Windows: one of the three options. */
export interface ComposeCredentialSpec extends ComposeExtensible {
  /**
   * A config of the file that holds it.
   *
   * @default - it is no config
   */
  readonly config?: ComposeConfig;
  /**
   * A file below the engine's folder `CredentialSpecs` that holds it.
   *
   * @default - it is no file
   */
  readonly file?: string | ComposeValue;
  /**
   * A value of the registry of Windows that holds it.
   *
   * @default - it is no value of the registry
   */
  readonly registry?: string | ComposeValue;
}

const credentialSpecRows = {
  config: ["config", single((config: ComposeConfig, place) => checkFile("config", config, place))],
  file: ["file", plain.text],
  registry: ["registry", plain.text],
  ...extensible,
} satisfies RowsOf<ComposeCredentialSpec>;

const parse = parseRows(credentialSpecRows);

/** One of the three is given. */
export const credentialSpecRow = [
  "credential_spec",
  single((spec: ComposeCredentialSpec, place) => {
    checkSources("credential spec", ["config", "file", "registry"], spec, place);
    return parse(spec, place);
  }),
  tableOf(credentialSpecRows),
] as const;
