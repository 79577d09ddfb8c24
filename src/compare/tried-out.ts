import type { PythonContainer } from "../python/python-container";
import { Mistake } from "../values/mistake";
import { evaluateExpression } from "./code/evaluate-expression";
import type { ComparedFile } from "./comparison";
import type { Difference, Way } from "./difference";
import { orMistake } from "./or-mistake";

/** What is tried out in memory: options of the container, and what is done with it. */
export interface Trial {
  readonly options: Readonly<Record<string, unknown>>;
  readonly change: (container: PythonContainer) => void;
}

/** A difference and the file in which it is. */
interface Found {
  readonly file: ComparedFile["kind"];
  readonly difference: Difference;
}

/** How trials are made. */
export interface Trials {
  /** @throws what the module refuses */
  refuse(trial: Trial): void;
  /** The files as they are compared after the trial. */
  compare(trial: Trial): readonly ComparedFile[];
}

/**
 * The differences, each option and call tried out: what the module refuses, or what leaves the difference as it is, is
 * no way. An option may settle more than its own difference, so that the rest is compared once more after each.
 *
 * @throws what is no mistake of the project
 */
export function triedOut(trials: Trials): ComparedFile[] {
  const refused = new Map<string, string>();
  const taken: Found[] = [];
  let files = trials.compare(trialOf([]));
  for (;;) {
    const next = foundIn(files).find((each) => hasOptions(each) && !refused.has(keyOf(each)) && !has(taken, each));
    if (next === undefined) break;
    const after = orMistake(() => trials.compare(trialOf([...taken, next])));
    if (after instanceof Mistake) refused.set(keyOf(next), after.message);
    else {
      files = after;
      taken.push(next);
    }
  }
  const calls = foundIn(files).filter((each) => each.difference.way.kind === "carry" && !hasOptions(each));
  const accepted = acceptable(taken, calls, trials, refused);
  const left = new Set(foundIn(trials.compare(trialOf([...taken, ...accepted]))).map(keyOf));
  return files.map((file) => {
    const byOption = taken.filter((each) => each.file === file.kind).map(({ difference }) => difference);
    const topics = new Set(byOption.map(({ topic }) => topic));
    const all = [...byOption, ...file.differences.filter(({ topic }) => !topics.has(topic))];
    return { ...file, differences: all.map((each) => ({ ...each, way: wayOf(each, file.kind, refused, left) })) };
  });
}

/** Those whose calls the module takes, in their order: where it takes not all of them, each half is tried for itself. */
function acceptable(
  before: readonly Found[],
  calls: readonly Found[],
  trials: Trials,
  refused: Map<string, string>,
): readonly Found[] {
  const refusal = calls.length === 0 ? undefined : orMistake(() => trials.refuse(trialOf([...before, ...calls])));
  if (!(refusal instanceof Mistake)) return calls;
  if (calls.length === 1) {
    refused.set(keyOf(calls[0]), refusal.message);
    return [];
  }
  const half = Math.ceil(calls.length / 2);
  const first = acceptable(before, calls.slice(0, half), trials, refused);
  return [...first, ...acceptable([...before, ...first], calls.slice(half), trials, refused)];
}

function foundIn(files: readonly ComparedFile[]): Found[] {
  return files.flatMap(({ kind, differences }) => differences.map((difference) => ({ file: kind, difference })));
}

function hasOptions({ difference: { way } }: Found): boolean {
  return way.kind === "carry" && way.options !== undefined;
}

function has(taken: readonly Found[], one: Found): boolean {
  return taken.some((each) => keyOf(each) === keyOf(one));
}

function keyOf({ file, difference }: Found): string {
  return `${file} ${difference.topic}`;
}

function wayOf(
  difference: Difference,
  file: ComparedFile["kind"],
  refused: ReadonlyMap<string, string>,
  left: ReadonlySet<string>,
): Way {
  const key = keyOf({ file, difference });
  const { way } = difference;
  if (way.kind !== "carry") return way;
  const refusal = refused.get(key);
  if (refusal !== undefined) return { kind: "none", why: refusal };
  return left.has(key) ? { kind: "none", why: "no option and no method gives just the same" } : way;
}

function trialOf(found: readonly Found[]): Trial {
  const ways = found.map(({ difference }) => difference.way).filter((way) => way.kind === "carry");
  const options = ways.flatMap((way) => Object.entries(way.options ?? {}));
  return {
    options: Object.fromEntries(options.map(([name, value]) => [name, evaluateExpression(value)])),
    change: (container) => {
      for (const call of ways.flatMap((way) => way.calls ?? [])) evaluateExpression(call, container);
    },
  };
}
