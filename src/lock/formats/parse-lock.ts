import { parseToml } from "../../pyproject/files/parse-toml";
import { emptyLock } from "../damaged-lock";
import { LockTable } from "./lock-table";

/**
 * Parses a lock file in TOML.
 *
 * @param path the lock file as messages name it
 * @param command what makes it anew, for example `uv lock`
 * @throws where it is empty or no TOML, or has both sides of a merge: the mistake names the line and the command
 */
export function parseLock(path: string, text: string, command: string): LockTable {
  if (text.trim() === "") throw emptyLock(path, command);
  const file = parseToml(text, path, command);
  return new LockTable(Object.fromEntries(file.keys().map((key) => [key, file.value(key)])), path, command);
}
