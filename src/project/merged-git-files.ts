import type { FileBase, Project } from "projen";
import { blockContent } from "../files/block-content";
import { PROJEN_MARK } from "../files/checksum";
import { generatedText } from "../files/generated-text";
import { MergedFile } from "../files/merged-file";

/**
 * Puts what projen would write to `.gitignore` and `.gitattributes` into a block of each, beside what people have there.
 *
 * `project.gitignore` and `project.gitattributes` still collect it.
 */
export function mergeGitFiles(project: Project): void {
  const { gitignore, gitattributes } = project;
  for (const file of [gitignore, gitattributes]) {
    project.tryRemoveFile(file.path);
    new MergedFile(
      project,
      file.path,
      blockContent(file.path, () => linesOf(file)),
    );
  }
  gitignore.removePatterns(`!/${gitattributes.path}`);
  // Some repositories ignore the folder, and git looks into none that is.
  gitignore.include("/.projen/");
}

/** What projen would write, without its mark. */
function linesOf(file: FileBase): string[] {
  const text = generatedText(file) ?? "";
  const lines = text.split("\n").filter((line) => !line.includes(PROJEN_MARK));
  return lines.join("\n").trim() === "" ? [] : lines.join("\n").trim().split("\n");
}
