import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../findings/finding";

/**
 * What is worth telling of devcontainer.json files of another hand beside a generated one.
 *
 * @param file the generated one, from the project's folder
 * @param isRival whether the file at an absolute path is of another hand
 * @see https://containers.dev/implementors/spec/#devcontainerjson
 */
export function devContainerRivals(folder: string, file: string, isRival: (path: string) => boolean): Finding[] {
  const variants = foldersIn(join(folder, ".devcontainer")).map((name) => `.devcontainer/${name}/devcontainer.json`);
  const places = [".devcontainer.json", ".devcontainer/devcontainer.json", ...variants];
  const rivals = places.filter((path) => isRival(join(folder, path)));
  return rivals.map((path) => ({
    rule: "RivalFile",
    where: path,
    what: `editors find it beside ${file}, and ask which is meant`,
    fix: "carry over what it has and remove it, or name it in handWrittenFiles where both are wanted",
  }));
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
