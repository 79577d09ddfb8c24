import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The checkout. */
export const ROOT = join(__dirname, "..", "..");

/** The versions of packages that are installed in this checkout. */
export function installedVersions(...names: string[]): Record<string, string> {
  const version = (name: string) =>
    JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;
  return Object.fromEntries(names.map((name) => [name, version(name)]));
}
