import { glibcOf } from "../../knowledge/debian-suites";
import { lockedImage } from "../../lock/locked-image";
import { missingLock } from "../../lock/missing-lock";
import type { ReadLock } from "../../lock/read-lock";
import { ruledDistributions } from "../../pyproject/system-package-rules";
import { Libc } from "../../values/libc";
import { Platform } from "../../values/platform";
import { visibleText } from "../../values/visible-text";
import { type CommandIo, ExitCode } from "../command";
import { platformsOf, projectChoice } from "../project-options";
import { readProject } from "../read-project";

/**
 * Whether the lock file fits the project in a folder, and has all that the image installs.
 *
 * @param values the options by which the project is read
 * @param where the command as messages name it
 */
export function checkLock(path: string, values: ReadonlyMap<string, string>, where: string, io: CommandIo): ExitCode {
  const { suite, decided } = projectChoice(values, where);
  const { facts, lock, unread, damages } = readProject(io.folder, path, decided);
  const libc = Libc.of(`glibc ${glibcOf(suite)}`);
  const named = values.get("platform");
  const platforms = platformsOf(named ?? Platform.names().join(","), where).map((platform) => ({ platform, libc }));
  const on = { platforms, areNamed: named !== undefined };
  const found = lock && lockedImage(lock, facts, on, ruledDistributions({})).findings;
  const told = [...(found?.stale ? [found.stale] : []), ...(found?.mistakes ?? [])];
  const mistakes = [...damages, missingLock(facts) ?? [], told.map(({ message }) => message)].flat();
  for (const message of mistakes) io.err(`${visibleText(message)}\n`);
  if (mistakes.length > 0) return ExitCode.MISTAKE;
  io.out(`${visibleText(unread ?? verdict(lock))}\n`);
  return ExitCode.DONE;
}

function verdict(lock: ReadLock | undefined): string {
  if (lock === undefined) return "there is no lock file that is read";
  if (lock.freshness.isFresh) return `${lock.path} is up to date`;
  return `${lock.path}: nothing speaks against it; only its package manager can tell whether it is up to date`;
}
