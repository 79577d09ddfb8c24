import { type Fact, fact } from "../fact";
import type { TomlTable } from "../files/toml-table";
import { Specifier } from "../requirements/specifier";

/**
 * The Python version of `[requires]`: `python_full_version`, or else `python_version` with all of its patch releases.
 *
 * @see https://pipenv.pypa.io/en/latest/specifiers.html#python-version-specifiers
 */
export function readPipfilePython(pipfile: TomlTable): Fact<Specifier> | undefined {
  const requires = pipfile.table("requires");
  const stated = filled(requires?.text("python_full_version")) ?? filled(requires?.text("python_version"));
  if (stated === undefined || stated.value === "*") return undefined;
  const { value, source } = stated;
  return fact(Specifier.of(/^\d/.test(value) ? releases(value) : value, source), source);
}

function filled(text: Fact<string> | undefined): Fact<string> | undefined {
  const value = text?.value.trim();
  return text === undefined || value === undefined || value === "" ? undefined : fact(value, text.source);
}

function releases(version: string): string {
  const bare = version.replace(/(?:\.\*)+$/, "");
  return bare.split(".").length < 3 ? `==${bare}.*` : `==${bare}`;
}
