import { Mistake } from "../../values/mistake";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";

/**
 * The groups and extras that a lock file of pdm says it holds; a standard one has them apart from each other. Undefined
 * where it does not say, and where it is damaged, which is told by those that read what it has locked.
 *
 * @param path the lock file
 */
export function pdmLockedGroups(path: string, folder: ProjectFolder): string[] | undefined {
  const lock = parsedLock(path, folder);
  const own = lock?.table("metadata")?.texts("groups")?.value;
  const standard = ["dependency-groups", "extras"].flatMap((key) => lock?.texts(key)?.value ?? []);
  return own?.map(normalizedName) ?? (standard.length > 0 ? standard.map(normalizedName) : undefined);
}

function parsedLock(path: string, folder: ProjectFolder): TomlTable | undefined {
  const text = folder.read(path);
  if (text === undefined) return undefined;
  try {
    return parseToml(text, path);
  } catch (error) {
    if (error instanceof Mistake) return undefined;
    throw error;
  }
}
