import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2019, { type ValidateFunction } from "ajv/dist/2019";
import addFormats from "ajv-formats";

/** Part of a JSON schema, as far as it is walked. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: Schema[];
  readonly oneOf?: Schema[];
  readonly properties?: Record<string, Schema>;
  readonly patternProperties?: Record<string, Schema | boolean>;
  readonly definitions?: Record<string, Schema>;
  readonly deprecated?: boolean;
}

// Beside the repository, or beside the folder of its worktrees.
const path = ["../../..", "../../../.."]
  .map((up) => join(__dirname, up, "shared/schemas/devContainer.base.schema.json"))
  .find(existsSync);

/** The official schema of devcontainer.json; undefined where it is not beside the repository. */
export const officialSchema: Schema | undefined =
  path === undefined ? undefined : JSON.parse(readFileSync(path, "utf8"));

let validate: ValidateFunction | undefined;

/** What the official schema finds wrong with a devcontainer.json; nothing where it is not beside the repository. */
export function schemaFaults(content: unknown): unknown[] {
  if (officialSchema === undefined) return [];
  validate ??= addFormats(new Ajv2019({ strict: false, allErrors: true })).compile(officialSchema);
  validate(content);
  return validate.errors ?? [];
}

/** @throws where the official schema finds something wrong with a generated devcontainer.json among the files */
export function checkDevContainers(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith("devcontainer.json") || !text.startsWith("// ~~ Generated")) continue;
    const faults = schemaFaults(JSON.parse(text.slice(text.indexOf("\n"))));
    if (faults.length > 0) throw new Error(`${path} is not valid: ${JSON.stringify(faults, undefined, 1)}`);
  }
}
