import { createHash } from "node:crypto";
import type { TomlTable } from "../../pyproject/files/toml-table";
import { pythonJson } from "./python-json";

type Content = Record<string, unknown>;

/** What of `[tool.poetry]` counts even where it is not there. */
const olderKeys = ["dependencies", "source", "extras", "dev-dependencies"];
const projectKeys = ["requires-python", "dependencies", "optional-dependencies"];

/**
 * The hash of what decides on the locked packages, as the poetry that the images have takes it; undefined where it has a
 * date in it, on which poetry fails. Older ones hashed less of what they did not know: for a project that has none of that
 * they agree.
 *
 * @see https://github.com/python-poetry/poetry/blob/2.5.1/src/poetry/packages/locker.py
 */
export function poetryContentHash(file: TomlTable): string | undefined {
  const text = pythonJson(relevantContent(file));
  return text === undefined ? undefined : createHash("sha256").update(text).digest("hex");
}

function relevantContent(file: TomlTable): Content {
  const project = picked(file.table("project"), projectKeys);
  const groups = file.table("dependency-groups");
  const listed = groups === undefined ? {} : picked(groups, groups.keys());
  const poetry = picked(file.tableAt("tool", "poetry"), [...olderKeys, "group"]);
  if (isEmpty(project) && isEmpty(listed)) {
    return { ...Object.fromEntries(olderKeys.map((key) => [key, null])), ...poetry };
  }
  return {
    ...(isEmpty(project) ? {} : { project }),
    ...(isEmpty(listed) ? {} : { "dependency-groups": listed }),
    tool: { poetry },
  };
}

function picked(table: TomlTable | undefined, keys: readonly string[]): Content {
  if (table === undefined) return {};
  return Object.fromEntries(keys.filter((key) => table.has(key)).map((key) => [key, table.value(key)]));
}

function isEmpty(content: Content): boolean {
  return Object.keys(content).length === 0;
}
