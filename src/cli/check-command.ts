import { glibcOf } from "../knowledge/debian-suites";
import { lockedImage } from "../lock/locked-image";
import type { ReadLock } from "../lock/read-lock";
import type { ProjectFacts } from "../pyproject/facts";
import { ruledDistributions } from "../pyproject/system-package-rules";
import { Libc } from "../values/libc";
import { Platform } from "../values/platform";
import { visibleText } from "../values/visible-text";
import { type Command, ExitCode } from "./command";
import { type OptionTable, parseArguments } from "./parse-arguments";
import { platformsOf, projectChoice, projectOptions } from "./project-options";
import { readProject } from "./read-project";

const where = "python-container check";

const options: OptionTable = {
  ...projectOptions,
  platform: { value: "<names>", help: "Wants all to be there for these, with commas between" },
};

/** Fails where the lock file does not fit the project, or has nothing to install for the image. */
export const checkCommand: Command = {
  operands: "[folder]",
  summary: "Fails where the lock file of the project in a folder does not fit it",
  options,
  run: (args, io) => {
    const { operands, values } = parseArguments(args, where, options, 1);
    const { suite, decided } = projectChoice(values, where);
    const { facts, lock, unread, damages } = readProject(io.folder, operands[0] ?? ".", decided);
    const libc = Libc.of(`glibc ${glibcOf(suite)}`);
    const named = values.get("platform");
    const platforms = platformsOf(named ?? Platform.names().join(","), where).map((platform) => ({ platform, libc }));
    const on = { platforms, areNamed: named !== undefined };
    const found = lock && lockedImage(lock, facts, on, ruledDistributions({})).findings;
    const told = [...(found?.stale ? [found.stale] : []), ...(found?.mistakes ?? [])];
    const mistakes = [...damages, ...missingLock(facts), ...told.map(({ message }) => message)];
    for (const message of mistakes) io.err(`${visibleText(message)}\n`);
    if (mistakes.length > 0) return ExitCode.MISTAKE;
    io.out(`${visibleText(unread ?? verdict(lock))}\n`);
    return ExitCode.DONE;
  },
};

/** That a lock file which the package manager keeps is not there. */
function missingLock({ lockFile }: ProjectFacts): string[] {
  if (lockFile === undefined || lockFile.value.exists) return [];
  return [`${lockFile.value.path}: there is no such file; make it with the package manager, or with npx projen lock`];
}

function verdict(lock: ReadLock | undefined): string {
  if (lock === undefined) return "there is no lock file that is read";
  if (lock.freshness.isFresh) return `${lock.path} is up to date`;
  return `${lock.path}: nothing speaks against it; only its package manager can tell whether it is up to date`;
}
