import { posix } from "node:path";
import { parseToml } from "../../../pyproject/files/parse-toml";
import type { ProjectFolder } from "../../../pyproject/files/project-folder";
import type { TomlTable } from "../../../pyproject/files/toml-table";
import type { UvProject } from "./uv-projects";

/**
 * The settings that count for the workspace: `uv.toml` takes the place of `[tool.uv]` beside it, and where neither is
 * there, the next folder above that has one.
 *
 * @see https://docs.astral.sh/uv/concepts/configuration-files/
 */
export function uvSettings(root: UvProject, folder: ProjectFolder): TomlTable | undefined {
  const above = folder.ancestors().map(({ path }) => path);
  const at = above.indexOf(root.path);
  for (const place of [root.path, ...above.slice(at + 1)]) {
    const own = folder.read(posix.join(place, "uv.toml"));
    if (own !== undefined) return parseToml(own, posix.join(place, "uv.toml"));
    const text = place === root.path ? undefined : folder.read(posix.join(place, "pyproject.toml"));
    const file = text === undefined ? undefined : parseToml(text, posix.join(place, "pyproject.toml"));
    const settings = (place === root.path ? root.file : file)?.tableAt("tool", "uv");
    if (settings !== undefined) return settings;
  }
  return undefined;
}
