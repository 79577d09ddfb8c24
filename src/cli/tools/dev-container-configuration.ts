import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { CheckedDevContainer, CheckReport } from "../../drift/check-report";
import { checkedBy, type FileVerdict, type ToolVerdict } from "./checked-by";
import { lastLine } from "./last-line";
import { runTool } from "./run-tool";

const TOOL = "devcontainer read-configuration";
const SECONDS = 60;
const NAME = "devcontainer";
const SCRIPT = join("node_modules", "@devcontainers", "cli", "devcontainer.js");

/** The Dev Containers CLI's own reading of the generated devcontainer.json files. It is never downloaded for this. */
export function devContainerConfiguration({ root, devContainers }: CheckReport): ToolVerdict {
  const program = programFrom(root);
  const absence = () => (program === undefined ? "the Dev Containers CLI is not installed" : undefined);
  return checkedBy(TOOL, root, devContainers, absence, (file) => verdictOn(file, root, program ?? [NAME]));
}

/**
 * The words that start it, of the project's packages or on the PATH.
 *
 * What npm puts beside its packages to start them is no program on Windows; the script of the package is the same anywhere.
 */
function programFrom(root: string): readonly string[] | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const script = [...andAbove(root), ...onPath].map((folder) => join(folder, SCRIPT)).find(existsSync);
  if (script !== undefined) return [process.execPath, script];
  const name = process.platform === "win32" ? `${NAME}.exe` : NAME;
  const program = onPath.map((folder) => join(folder, name)).find(existsSync);
  return program === undefined ? undefined : [program];
}

function andAbove(folder: string): string[] {
  const above = dirname(folder);
  return [folder, ...(above === folder ? [] : andAbove(above))];
}

function verdictOn({ path, folder }: CheckedDevContainer, root: string, command: readonly string[]): FileVerdict {
  const [program, ...words] = command;
  const args = [...words, "read-configuration", "--workspace-folder", join(root, folder), "--config", join(root, path)];
  const run = runTool(program, args, { folder: root, seconds: SECONDS });
  if (run.isLate) return { notChecked: `no answer within ${SECONDS} s` };
  return run.exitCode === 0 ? {} : { findings: [lastLine(run.err)] };
}
