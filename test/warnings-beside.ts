import { Project } from "projen";
import { FileGuard } from "../src";
import { folderWith, synthesized } from "./project-folder";

/**
 * What a synth warns of, beside files that people write.
 *
 * @param add adds what is generated
 * @param left paths that are left to people
 */
export function warningsBeside(
  files: Record<string, string>,
  add: (project: Project) => void,
  ...left: string[]
): string[] {
  const project = new Project({ name: "orders", outdir: folderWith(files) });
  const warn = jest.spyOn(project.logger, "warn").mockImplementation();
  FileGuard.of(project).leave(project, ...left);
  add(project);
  synthesized(project);
  // Without the way to the page of the rule.
  return warn.mock.calls.map(([text]) => String(text).split("\n")[0]);
}
