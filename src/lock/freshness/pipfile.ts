import { createHash } from "node:crypto";
import { defaultIndex } from "../../knowledge/default-index";
import { parseTomlWithIntegers } from "../../pyproject/files/parse-toml";
import { isTable, type TomlTable } from "../../pyproject/files/toml-table";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { readPipfileJson } from "../formats/pipfile";
import type { FreshnessCheck } from "../lock";
import { pythonJson } from "./python-json";

/** What pipenv asks where the Pipfile names no index. */
const defaultSources = [{ name: "pypi", url: defaultIndex, verify_ssl: true }];

/** Tables of a Pipfile that are no categories of packages, by what the hash is made of. */
const settings: ReadonlySet<string> = new Set([
  ...["source", "packages", "dev-packages", "requires", "scripts", "pipfile", "pipenv"],
  ...["default", "develop"],
]);

/**
 * Tells whether Pipfile.lock fits the Pipfile, by the hash of what it was made for. The pipenv that the images have
 * hashes names normalised; before 2026 it took them as they are written.
 *
 * @see https://github.com/sarugaku/plette/blob/v2.1.0/src/plette/pipfiles.py
 */
export const pipfileFreshness: FreshnessCheck = ({ path, text, folder }) => {
  const pipfile = folder.read("Pipfile");
  if (pipfile === undefined) return {};
  const locked = readPipfileJson(path, text).tableAt("_meta", "hash")?.text("sha256")?.value;
  if (locked === undefined) return { isFresh: false, reason: "does not tell for which Pipfile it was made" };
  // Python reads every end of a line as \n, which shows in a text of several lines.
  const file = parseTomlWithIntegers(pipfile.replace(/\r\n?/g, "\n"), "Pipfile");
  const hash = pipfileHash(file);
  if (hash === locked) return { isFresh: true };
  // Pipenv itself fails on what it can't hash.
  if (hash === undefined) return {};
  return { isFresh: false, reason: "was made for another Pipfile" };
};

function pipfileHash(file: TomlTable): string | undefined {
  const packages = (key: string) => {
    const table = file.value(key) ?? {};
    return isTable(table)
      ? Object.fromEntries(Object.entries(table).map(([name, value]) => [normalizedName(name), value]))
      : table;
  };
  const categories = file.keys().filter((key) => !settings.has(key));
  const content = {
    ...Object.fromEntries(categories.map((key) => [key, packages(key)])),
    _meta: { sources: file.value("source") ?? defaultSources, requires: file.value("requires") ?? {} },
    default: packages("packages"),
    develop: packages("dev-packages"),
  };
  const text = pythonJson(content, { item: ",", key: ":" });
  return text === undefined ? undefined : createHash("sha256").update(text).digest("hex");
}
