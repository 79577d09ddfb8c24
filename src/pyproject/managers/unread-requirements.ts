import { setuptoolsProject } from "../backends/setuptools-metadata";
import type { ProjectFacts } from "../facts";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { requirementsLines } from "../requirements/requirements-lines";
import { mainRequirementsFile } from "./pip-files";

/**
 * What a synth tells where the package manager finds no dependency and pip would find some: they are hardly there for
 * nothing. Beside dependencies such a file is mostly exported for others.
 */
export function unreadRequirements(
  { dependencies, packageManager: { value, source } }: Pick<ProjectFacts, "dependencies" | "packageManager">,
  file: TomlTable,
  folder: ProjectFolder,
): string[] {
  if (dependencies.length > 0 || value === "pip") return [];
  const path = mainRequirementsFile(folder);
  const lists =
    path !== undefined && requirementsLines(folder.read(path) ?? "").some(({ text }) => !text.startsWith("-"));
  const setup = setuptoolsProject(file, folder)?.dependencies ?? [];
  const unread = [...(lists ? [path] : []), ...new Set(setup.map((each) => each.source))];
  return unread.map(
    (each) =>
      `${each} lists dependencies, and ${value} (${source}) finds none and does not read it; move them to where ${value} reads them, or set packageManager to decide otherwise`,
  );
}
