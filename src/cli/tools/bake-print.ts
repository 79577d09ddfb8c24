import type { CheckReport } from "../../drift/check-report";
import { checkedBy, type FileVerdict, type ToolVerdict } from "./checked-by";
import { lastLine } from "./last-line";
import { runTool } from "./run-tool";

const TOOL = "docker buildx bake --print";
const SECONDS = 60;

/** What only whoever builds has: an SSH agent, a key of theirs, the file of a secret. */
const NOT_IN_A_CHECKOUT = /ssh agent|convert agent config|no key found|failed to stat/;

/** buildx's own reading of the generated bake files, which builds nothing. */
export function bakePrint({ root, bakeFiles }: CheckReport): ToolVerdict {
  const files = bakeFiles.map((path) => ({ path }));
  return checkedBy(
    TOOL,
    root,
    files,
    () => absence(root),
    ({ path }) => verdictOn(path, root),
  );
}

function absence(folder: string): string | undefined {
  const run = runTool("docker", ["buildx", "version"], { folder, seconds: 20 });
  if (run.isMissing) return "there is no docker";
  return run.exitCode === 0 ? undefined : "there is no docker buildx";
}

function verdictOn(path: string, root: string): FileVerdict {
  const run = runTool("docker", ["buildx", "bake", `--file=${path}`, "--print"], { folder: root, seconds: SECONDS });
  if (run.isLate) return { notChecked: `no answer within ${SECONDS} s` };
  if (run.exitCode === 0) return {};
  const message = lastLine(run.err);
  return NOT_IN_A_CHECKOUT.test(message) ? { notChecked: message } : { findings: [message] };
}
