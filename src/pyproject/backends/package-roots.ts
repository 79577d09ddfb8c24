import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { moduleNameOf } from "../requirements/distribution-name";
import { listedRoots } from "./backend-roots";
import { hasProgram, importRoots, namedRoot } from "./import-roots";

/**
 * The packages that are built into the distribution: by the tables of the build backend, or else by the name of the
 * distribution. Where nothing is built: what is there to import.
 */
export function packageRoots(
  file: TomlTable,
  folder: ProjectFolder,
  project: { readonly name?: string; readonly backend?: string; readonly installs: boolean },
): Fact<readonly string[]> {
  const { name = "", backend = "", installs } = project;
  const module = moduleNameOf(name);
  if (installs) {
    const listed = listedRoots(backend, file, folder, module);
    if (listed !== undefined && listed.value.length > 0) return listed;
    const named = module === "" ? undefined : namedRoot(folder, spellings(name));
    if (named !== undefined) return fact([named], `the name of the project, found at ${named}`);
  }
  if (hasProgram(folder)) return fact(importRoots(folder), "what is on disk");
  return fact(module === "" ? [] : [module], "the name of the project, as nothing is on disk yet");
}

/** How a module can be spelled: by the normalised name, as the name is written, or as a namespace with dots. */
function spellings(name: string): string[] {
  const [namespace] = name.replaceAll("-", "_").split(".");
  return [...new Set([moduleNameOf(name), name.replaceAll(/[-.]/g, "_"), namespace])];
}
