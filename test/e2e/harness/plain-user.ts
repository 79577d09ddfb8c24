import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { engineScripts, runFolder } from "./locations";
import { mustRun, type Outcome, type RunOptions, run } from "./run";

const isRoot = process.getuid?.() === 0;

/** The UID as which `asPlainUser` runs commands: 1500 where the tests run as root, else the caller's own. */
export const plainUserId = isRoot ? 1500 : (process.getuid?.() ?? -1);

/** Runs a command as somebody who is not root and may use Docker. */
export function asPlainUser(command: string[], options: RunOptions = {}): Promise<Outcome> {
  const home = join(runFolder(), "home");
  mkdirSync(home, { recursive: true });
  return run(isRoot ? [join(engineScripts, "as-user.sh"), home, ...command] : command, options);
}

/** Makes that user the owner of a folder. */
export async function givePlainUser(folder: string): Promise<void> {
  if (isRoot) await mustRun(["chown", "-hR", "1500:1500", folder]);
}
