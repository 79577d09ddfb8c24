import { Mistake } from "../../values/mistake";
import { TomlTable } from "./toml-table";

// The package has a CommonJS build; its types are declared for ES modules only, so that an import would not compile.
type SmolToml = typeof import("smol-toml", { with: { "resolution-mode": "import" }});
const { parse, TomlError }: SmolToml = require("smol-toml");

/**
 * Parses a TOML file.
 *
 * @param file the file as messages name it
 * @throws where the text is not TOML: the mistake names the line and the column
 */
export function parseToml(text: string, file: string): TomlTable {
  try {
    return new TomlTable(parse(text, { integersAsBigInt: "asNeeded" }), file);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    throw new Mistake({
      where: `${file}:${error.line}:${error.column}`,
      what: `is not valid TOML: ${reason}`,
      fix: `mend line ${error.line}, column ${error.column}`,
    });
  }
}
