import { type EditorTool, editorTools } from "../knowledge/editor-tools";
import { type Fact, fact } from "./fact";
import type { ProjectFacts } from "./facts";
import type { ProjectFolder } from "./files/project-folder";
import type { TomlTable } from "./files/toml-table";

/** The tools that the project is worked on with: by a dependency of any kind, a table in `[tool]`, or a settings file. */
export function editorToolsOf(
  { dependencies, groups, extras }: Pick<ProjectFacts, "dependencies" | "groups" | "extras">,
  file: TomlTable,
  folder: ProjectFolder,
): Fact<EditorTool>[] {
  const optional = [...groups, ...extras].flatMap(({ value, source }) =>
    value.requirements.map((requirement) => fact(requirement, source)),
  );
  const requirements = [...dependencies, ...optional];
  const settings = file.table("tool");
  return editorTools.flatMap((tool) => {
    const { distributions, files = [], name } = tool;
    const shown =
      requirements.find(({ value }) => distributions.includes(value.name))?.source ??
      (settings?.has(name) ? settings.source(name) : files.find((each) => folder.exists(each)));
    return shown === undefined ? [] : [fact(tool, shown)];
  });
}
