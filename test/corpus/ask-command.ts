import { join } from "node:path";
import { run } from "../e2e/harness/run";

const root = join(__dirname, "../..");
const command = [
  process.execPath,
  "--require",
  "ts-node/register/transpile-only",
  join(root, "src/cli/python-container.ts"),
];
const secondsAtMost = 120;

/** What the command answered: the facts, or why there are none. */
export type Answer = { readonly facts: Readonly<Record<string, unknown>> } | { readonly failure: string };

/**
 * Asks the command for the facts of a project, in a process of its own.
 *
 * @param more further options of the command
 */
export async function askCommand(project: string, more: readonly string[] = []): Promise<Answer> {
  const args = ["facts", project, "--json", "--suite", "bookworm", ...more];
  const { stdout, stderr, exitCode } = await run([...command, ...args], {
    // ts-node is found from here, and its settings too.
    cwd: root,
    env: { ...process.env, TS_NODE_PROJECT: join(root, "test/tsconfig.json") },
    seconds: secondsAtMost,
  });
  if (exitCode !== 0) return { failure: `exit code ${exitCode}: ${stderr.trim()}` };
  try {
    return { facts: JSON.parse(stdout) };
  } catch (error) {
    return { failure: `no JSON: ${error}` };
  }
}
