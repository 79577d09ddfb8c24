import type { Fact } from "../../pyproject/fact";
import { parseToml } from "../../pyproject/files/parse-toml";
import type { ProjectFolder } from "../../pyproject/files/project-folder";
import type { Requirement } from "../../pyproject/requirements/requirement";
import { readRequirementsFile } from "../../pyproject/requirements/requirements-file";
import { Mistake } from "../../values/mistake";
import type { LockContext } from "../lock";
import { compileCommand, compiledFiles } from "./compile-command";

/** Options by which a list may lack what the files ask for, or have another version of it. */
const exceptions =
  /^--(?:overrides?|excludes?|no-emit-package|unsafe-package|only-build-deps|only-emit-package|directory|project)(?:=|$)/;

/** What the files ask for from which a list was made. */
export interface CompiledRequirements {
  /** The list. */
  readonly list: string;
  readonly requirements: readonly Fact<Requirement>[];
  /** The files. */
  readonly files: readonly string[];
  /** Is it all that the requirements files among them ask for? */
  readonly isWhole: boolean;
}

/**
 * What the files ask for from which a list was made; undefined where that is not certain.
 *
 * @param list the list, relative to the project's folder
 */
export function compiledRequirements({ facts, folder }: LockContext, list: string): CompiledRequirements | undefined {
  const command = compileCommand(folder.read(list) ?? "");
  if (command === undefined || command.words.some((word) => exceptions.test(word))) return undefined;
  if (command.tool === "uv pip compile" && hasOwnRules(folder)) return undefined;
  const files = compiledFiles(command, list);
  const read = files.map((path) => {
    if (path !== "pyproject.toml") return requirementsIn(folder, path);
    return { requirements: facts.dependencies.filter(({ source }) => source.startsWith(path)), isWhole: true };
  });
  return {
    ...{ list, files },
    requirements: read.flatMap(({ requirements }) => requirements),
    isWhole: read.every(({ isWhole }) => isWhole),
  };
}

/** Can settings of uv give a list other packages or versions than those that are asked for? */
function hasOwnRules(folder: ProjectFolder): boolean {
  if (folder.exists("uv.toml")) return true;
  const settings = parseToml(folder.read("pyproject.toml") ?? "", "pyproject.toml").tableAt("tool", "uv");
  return ["override-dependencies", "exclude-dependencies", "pip"].some((key) => settings?.has(key));
}

function requirementsIn(folder: ProjectFolder, path: string): Pick<CompiledRequirements, "requirements" | "isWhole"> {
  try {
    const { requirements, notes } = readRequirementsFile(folder, path);
    return { requirements, isWhole: notes.length === 0 };
  } catch (error) {
    // It is no file of which an image is made.
    if (error instanceof Mistake) return { requirements: [], isWhole: false };
    throw error;
  }
}
