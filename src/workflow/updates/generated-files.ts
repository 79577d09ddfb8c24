import { Project } from "projen";
import { FileGuard } from "../../files/file-guard";
import { MergedFile } from "../../files/merged-file";
import { pathFromRoot } from "../../files/path-from-root";

/** Files of which no bot makes anything. */
const UNREAD = /^(?:\.git(?:attributes|ignore)|LICENSE|README\.md)$|(?:^|\/)\.projen\//;

/** The generated files of a project and its subprojects, from the root's folder: what a bot changes there is undone. */
export function generatedFiles({ root }: Project): string[] {
  const guard = FileGuard.of(root);
  const projects = root.node.findAll().filter((each) => each instanceof Project);
  const files = projects.flatMap(({ files }) => files);
  return files
    .filter((file) => !(file instanceof MergedFile) && !guard._isLeft(file.absolutePath))
    .map((file) => pathFromRoot(file.project, file.path))
    .filter((path) => !UNREAD.test(path))
    .sort();
}
