import { posix } from "node:path";
import { parseToml } from "../../pyproject/files/parse-toml";
import type { ProjectFolder } from "../../pyproject/files/project-folder";
import type { Freshness, FreshnessCheck } from "../lock";
import { pdmHash } from "./pdm-hash";

/**
 * Tells by the hash in pdm.lock whether it was made of the pyproject.toml beside it.
 */
export const pdmFreshness: FreshnessCheck = ({ path, text, folder }): Freshness => {
  const metadata = parseToml(text, path).table("metadata");
  const stated = metadata?.text("content_hash")?.value;
  // In place of the hash it may have all that was asked for, in the words of pdm.
  if (metadata === undefined || metadata.has("lock_inputs") || stated === undefined) return {};
  const [algorithm, hash] = stated.split(":", 2);
  return algorithm === "sha256" ? pdmHashFits(folder, posix.dirname(path), "content_hash", hash) : {};
};

/** Tells whether a hash that pdm has written into a lock file, under this key, fits pyproject.toml. */
export function pdmHashFits(folder: ProjectFolder, place: string, key: string, hash: string): Freshness {
  const found = pdmHash(folder, place === "." ? "" : place);
  if (found === hash) return { isFresh: true };
  return found === undefined
    ? {}
    : { isFresh: false, reason: `was made of another pyproject.toml, or by an older pdm: its ${key} differs` };
}
