import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { engineScripts, runFolder } from "./locations";
import { mustRun, type Outcome, type RunOptions, run } from "./run";

const isRoot = process.getuid?.() === 0;

/** The UID of the plain user where a test asks for no other: 1500 where the tests run as root, else the caller's own. */
export const plainUserId = isRoot ? 1500 : (process.getuid?.() ?? -1);

/** The UIDs whose users can be played here; who is not root is one alone. */
export const plainUserIds: readonly number[] = isRoot ? [1000, 1001, 1500] : [plainUserId];

/** Runs a command as somebody who is not root and may use Docker. */
export function asPlainUser(command: string[], options: RunOptions = {}, uid = plainUserId): Promise<Outcome> {
  const home = join(runFolder(), `home-${uid}`);
  mkdirSync(home, { recursive: true });
  return run(isRoot ? [join(engineScripts, "as-user.sh"), `${uid}`, home, ...command] : command, options);
}

/** Makes that user the owner of a folder. */
export async function givePlainUser(folder: string, uid = plainUserId): Promise<void> {
  if (isRoot) await mustRun(["chown", "-hR", `${uid}:${uid}`, folder]);
}
