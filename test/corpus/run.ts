import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { askCommand } from "./ask-command";
import type { Comparison } from "./compare";
import { compareTarget, type LockExpectation, targetArguments } from "./compare-lock";
import { type CaseResult, caseLines, isAllRight, resultOf, sumLines } from "./report";
import { findCases, unpackCase } from "./unpack";

/** Asks `python-container facts` about every case in a folder and prints what differs from the facts expected. */
async function corpus(folders: readonly string[]): Promise<boolean> {
  const cases = folders.flatMap(findCases);
  if (cases.length === 0) {
    console.error(
      `corpus: ${folders.length === 0 ? "no folder is given" : `there is no case in ${folders.join(", ")}`}; it needs a folder of cases, each a folder with files, tree.txt and expected.json, for example npm run corpus -- test/corpus/cases`,
    );
    return false;
  }
  const results = await inParallel(cases, Math.min(4, availableParallelism()), judged);
  console.log(sumLines(results).join("\n"));
  return isAllRight(results);
}

async function judged(folder: string): Promise<CaseResult> {
  const target = mkdtempSync(join(tmpdir(), "projen-python-container.corpus."));
  try {
    const { expectation, project, lock } = unpackCase(folder, target);
    const locks = lock === undefined ? [] : await judgedLock(project, lock);
    return resultOf(basename(folder), expectation, await askCommand(project), locks);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/** The lock file on each of its targets; where there is none of them, on the one that the command takes by itself. */
async function judgedLock(project: string, expectation: LockExpectation): Promise<Comparison[]> {
  const targets = Object.keys(expectation.targets);
  const found: Comparison[] = [];
  for (const target of targets.length === 0 ? [undefined] : targets) {
    const answer = await askCommand(project, targetArguments(target));
    if ("failure" in answer) found.push({ key: target ?? "lock", differences: [answer.failure] });
    else found.push(compareTarget(expectation, target, answer.facts.lock));
  }
  return found;
}

/** The results in the order of the cases; each is printed as soon as those before it are. */
async function inParallel(
  cases: readonly string[],
  atOnce: number,
  judge: (folder: string) => Promise<CaseResult>,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  let next = 0;
  let printed = 0;
  const worker = async () => {
    while (next < cases.length) {
      const at = next;
      next += 1;
      results[at] = await judge(cases[at]);
      for (; results[printed] !== undefined; printed += 1) console.log(caseLines(results[printed]).join("\n"));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

corpus(process.argv.slice(2)).then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
