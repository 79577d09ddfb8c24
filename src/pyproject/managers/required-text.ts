import { Mistake } from "../../values/mistake";
import type { TomlTable } from "../files/toml-table";

/**
 * The text below a key that has to be there.
 *
 * @param allowed the rule that asks for it, for the message
 * @throws where it is missing or no text
 */
export function requiredText(table: TomlTable, key: string, allowed: string): string {
  const text = table.text(key);
  if (text !== undefined) return text.value;
  throw new Mistake({ where: table.source(key), what: "is missing", allowed, fix: `add ${key} = "…"` });
}
