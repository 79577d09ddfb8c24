import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckReport } from "../../drift/check-report";
import { checkedBy, type FileVerdict, type ToolVerdict } from "./checked-by";
import { lastLine } from "./last-line";
import { runTool } from "./run-tool";

const TOOL = "docker compose config";
const SECONDS = 60;

/** A variable that has to be set: `${PASSWORD:?say which}`; compose reads two dollar signs as one that is none. */
const REQUIRED = /(?<!\$)(?:\$\$)*\$\{([A-Za-z_][A-Za-z0-9_]*):?\?/g;
/** A file that people have, and a checkout has not. */
const NOT_IN_A_CHECKOUT = /env file .* not found/;

/** Compose's own reading of the generated compose files, with the services of all profiles. */
export function composeConfig({ root, composeFiles }: CheckReport): ToolVerdict {
  const files = composeFiles.map((path) => ({ path }));
  return checkedBy(
    TOOL,
    root,
    files,
    () => absence(root),
    ({ path }) => verdictOn(join(root, path), root),
  );
}

function absence(folder: string): string | undefined {
  const run = runTool("docker", ["compose", "version"], { folder, seconds: 20 });
  if (run.isMissing) return "there is no docker";
  return run.exitCode === 0 ? undefined : "there is no docker compose";
}

function verdictOn(path: string, root: string): FileVerdict {
  const args = ["compose", `--file=${path}`, "--profile=*", "config", "--quiet"];
  const run = runTool("docker", args, { folder: root, seconds: SECONDS, env: stoodIn(readFileSync(path, "utf8")) });
  if (run.isLate) return { notChecked: `no answer within ${SECONDS} s` };
  if (run.exitCode === 0) return {};
  const message = lastLine(run.err);
  return NOT_IN_A_CHECKOUT.test(message) ? { notChecked: message } : { findings: [message] };
}

/** Values for what has to be set, and is set nowhere where only the files are looked at. */
function stoodIn(text: string): NodeJS.ProcessEnv {
  const names = [...text.matchAll(REQUIRED)].map(([, name]) => name);
  return Object.fromEntries(names.filter((name) => !process.env[name]).map((name) => [name, "1"]));
}
