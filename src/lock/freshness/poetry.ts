import { parseToml, parseTomlWithIntegers } from "../../pyproject/files/parse-toml";
import type { FreshnessCheck } from "../lock";
import { poetryContentHash } from "./poetry-content-hash";

/** Tells whether poetry.lock fits the project, by the hash of what it was made for. */
export const poetryFreshness: FreshnessCheck = ({ path, text, folder }) => {
  const pyproject = folder.read("pyproject.toml");
  if (pyproject === undefined) return {};
  const metadata = parseToml(text, path).table("metadata");
  const locked = metadata?.text("content-hash")?.value;
  if (locked === undefined) return { isFresh: false, reason: "does not tell for which dependencies it was made" };
  const file = parseTomlWithIntegers(pyproject, "pyproject.toml");
  const hash = poetryContentHash(file);
  if (hash === locked) return { isFresh: true };
  // Poetry itself fails on what it can't hash.
  if (hash === undefined) return {};
  return { isFresh: false, reason: "was made for other dependencies than those in pyproject.toml" };
};
