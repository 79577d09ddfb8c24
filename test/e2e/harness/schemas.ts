import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import Ajv2019 from "ajv/dist/2019";
import addFormats from "ajv-formats";
import { parseConfigFileTextToJson } from "typescript";
import { officialSchemas } from "./locations";

/** Whether the official schemas lie beside the checkout. */
export const schemasAreThere = existsSync(officialSchemas);

/** What the official compose schema has against a document. */
export function composeFindings(document: unknown): string[] {
  return findings(new Ajv({ strict: false, allErrors: true }), "compose-spec.json", document);
}

/** What the official schema has against a devcontainer.json. */
export function devContainerFindings(document: unknown): string[] {
  return findings(new Ajv2019({ strict: false, allErrors: true }), "devContainer.base.schema.json", document);
}

/** Parses JSON that may have comments. */
export function parseJsonWithComments(text: string): unknown {
  const { config, error } = parseConfigFileTextToJson("file.json", text);
  if (error !== undefined) throw new Error(`no JSON: ${JSON.stringify(error.messageText)}`);
  return config;
}

function findings(validator: Ajv | Ajv2019, file: string, document: unknown): string[] {
  addFormats(validator);
  // The compose schema names its own meta schema by an address that nobody else uses.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(join(officialSchemas, file), "utf8"));
  const validate: ValidateFunction = validator.compile(schema);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
}
