import { type Fact, fact } from "../fact";
import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import { Specifier } from "../requirements/specifier";
import type { UvWorkspace } from "./uv-workspace";

/**
 * The Python versions of a uv project: its own, and those of its workspace. A workspace is locked for what its root and all
 * of its members allow, and uv refuses any other interpreter, whichever of them it is to install.
 *
 * @param own `requires-python` of the project; undefined where it has none
 * @see https://docs.astral.sh/uv/concepts/projects/workspaces/#when-not-to-use-workspaces
 */
export function uvPythons(own: Fact<string> | undefined, { file, members }: UvWorkspace): Fact<Specifier>[] {
  const files = [file, ...members.map((member) => member.file)];
  const stated = [own, ...files.map((each) => each.table("project")?.text("requires-python"))];
  return stated.filter((text) => text !== undefined).map(specifierOf);
}

/** What a group asks of Python: `{ requires-python = ">=3.12" }`. */
export function uvPythonOfGroup(name: string, uv: TomlTable | undefined): Fact<Specifier> | undefined {
  const groups = uv?.table("dependency-groups");
  const key = groups?.keys().find((each) => normalizedName(each) === normalizedName(name));
  const stated = key === undefined ? undefined : groups?.table(key)?.text("requires-python");
  return stated && specifierOf(stated);
}

function specifierOf({ value, source }: Fact<string>): Fact<Specifier> {
  return fact(Specifier.of(value, source), source);
}
