import { type Fact, fact } from "../fact";
import { globMatches } from "../files/glob";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";

/**
 * The folder above that is the root of the workspace of which this project is a member; undefined where the project
 * stands alone, or is the root itself. As for uv, the nearest pyproject.toml above decides.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/
 */
export function findWorkspaceRoot(file: TomlTable, folder: ProjectFolder): Fact<string> | undefined {
  if (file.tableAt("tool", "uv", "workspace") !== undefined) return undefined;
  for (const { path, inside } of folder.ancestors()) {
    const text = folder.read(`${path}/pyproject.toml`);
    if (text === undefined) continue;
    const workspace = parseToml(text, `${path}/pyproject.toml`).tableAt("tool", "uv", "workspace");
    const matches = (key: string) => workspace?.texts(key)?.value.some((glob) => globMatches(glob, inside)) ?? false;
    const isMember = workspace !== undefined && matches("members") && !matches("exclude");
    return isMember ? fact(path, workspace.source("members")) : undefined;
  }
  return undefined;
}
