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
  return findings("compose-spec.json", document);
}

/** What the official schema has against a devcontainer.json. */
export function devContainerFindings(document: unknown): string[] {
  return findings("devContainer.base.schema.json", document);
}

/** Parses JSON that may have comments. */
export function parseJsonWithComments(text: string): unknown {
  const { config, error } = parseConfigFileTextToJson("file.json", text);
  if (error !== undefined) throw new Error(`no JSON: ${JSON.stringify(error.messageText)}`);
  return config;
}

/** Compiled once: that takes longer than all that is validated. */
const validators = new Map<string, ValidateFunction>();

function findings(file: string, document: unknown): string[] {
  const validate = validators.get(file) ?? compiled(file);
  validators.set(file, validate);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message}`);
}

function compiled(file: string): ValidateFunction {
  // The compose schema names its own meta schema by an address that nobody else uses.
  const { $schema: draft = "", ...schema } = JSON.parse(readFileSync(join(officialSchemas, file), "utf8"));
  const options = { strict: false, allErrors: true };
  const validator = draft.includes("2019-09") ? new Ajv2019(options) : new Ajv(options);
  addFormats(validator);
  return validator.compile(schema);
}
