import { Mistake } from "../../values/mistake";
import { refuseMergeConflict } from "./merge-conflict";
import { TomlTable } from "./toml-table";

// The package has a CommonJS build; its types are declared for ES modules only, so that an import would not compile.
type SmolToml = typeof import("smol-toml", { with: { "resolution-mode": "import" }});
const { parse, TomlError }: SmolToml = require("smol-toml");

/** Texts that were parsed before, oldest first: a lock file is long, and every project of a workspace reads it. */
const known = new Map<string, Record<string, unknown>>();
const charactersKept = 16e6;

/**
 * Parses a TOML file.
 *
 * @param file the file as messages name it
 * @param renewal the command that makes the file anew, where a tool writes it
 * @throws where the text is not TOML: the mistake names the line and the column
 */
export function parseToml(text: string, file: string, renewal?: string): TomlTable {
  return parsedBy(parsed, text, file, renewal);
}

/**
 * Parses a TOML file with integers as bigints, so that they differ from floats: `1` and `1.0` are two values then.
 *
 * @param file the file as messages name it
 * @throws where the text is not TOML: the mistake names the line and the column
 */
export function parseTomlWithIntegers(text: string, file: string): TomlTable {
  return parsedBy((toml) => parse(toml, { integersAsBigInt: true }), text, file);
}

function parsedBy(
  values: (text: string) => Record<string, unknown>,
  text: string,
  file: string,
  renewal?: string,
): TomlTable {
  try {
    return new TomlTable(values(text), file);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    refuseMergeConflict(text, file, renewal);
    const [reason] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    throw new Mistake({
      where: `${file}:${error.line}:${error.column}`,
      what: `is not valid TOML: ${reason}`,
      fix: renewal === undefined ? `mend line ${error.line}, column ${error.column}` : `run ${renewal}`,
    });
  }
}

/** Nobody changes what was parsed, so that all that read a text can share it. */
function parsed(text: string): Record<string, unknown> {
  const before = known.get(text);
  const values = before ?? parse(text, { integersAsBigInt: "asNeeded" });
  known.delete(text);
  known.set(text, values);
  let kept = [...known.keys()].reduce((sum, each) => sum + each.length, 0);
  for (const oldest of known.keys()) {
    if (kept <= charactersKept || oldest === text) break;
    kept -= oldest.length;
    known.delete(oldest);
  }
  return values;
}
