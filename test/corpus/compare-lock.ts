import type { Comparison } from "./compare";
import { sameValue } from "./rules";

/** The lock file expected of a case: `locked.json`. */
export interface LockExpectation {
  readonly lock: string;
  readonly format: string;
  readonly fresh: boolean | null;
  readonly targets: Readonly<Record<string, TargetExpectation>>;
}

/** What is expected of one target; what is left out is not compared. */
export interface TargetExpectation {
  readonly production: Readonly<Record<string, string>>;
  readonly development?: Readonly<Record<string, string>>;
  readonly fromSource?: readonly string[];
  readonly missing?: readonly string[];
}

/** The options by which the command takes a target, for example `3.12 linux/arm64`. */
export function targetArguments(target: string | undefined): string[] {
  if (target === undefined) return [];
  const [python, platform] = target.split(" ");
  return ["--python", python, "--platform", platform];
}

/**
 * Compares the key `lock` of an answer with what is expected of one target.
 *
 * @param target for example `3.12 linux/arm64`; undefined where only the lock file as a whole is compared
 */
export function compareTarget(expectation: LockExpectation, target: string | undefined, answer: unknown): Comparison {
  const lock: Record<string, unknown> = typeof answer === "object" && answer !== null ? { ...answer } : {};
  const expected = target === undefined ? undefined : expectation.targets[target];
  const { production, development, fromSource, missing }: Partial<TargetExpectation> = expected ?? {};
  const told = (key: string, differences: readonly string[]) => differences.map((text) => `${key}: ${text}`);
  const same = (key: string, expected: unknown, found: unknown) =>
    expected === undefined ? [] : told(key, sameValue(expected, found));
  return {
    key: target ?? "lock",
    differences: [
      ...same("path", expectation.lock, lock.path),
      ...same("format", expectation.format, lock.format),
      ...same("fresh", expectation.fresh ?? undefined, lock.fresh),
      ...told("production", versionDifferences(production, lock.production)),
      ...told("development", versionDifferences(development, lock.development)),
      ...same("fromSource", fromSource, lock.fromSource),
      ...same("missing", missing, lock.missing),
    ],
  };
}

/** Each package that is missing, is too many or has another version. */
function versionDifferences(expected: Readonly<Record<string, string>> | undefined, answer: unknown): string[] {
  if (expected === undefined) return [];
  if (typeof answer !== "object" || answer === null) return ["not answered"];
  const found = new Map(Object.entries(answer));
  const wrong = Object.entries(expected).flatMap(([name, version]) => {
    if (!found.has(name)) return [`missing ${name} ${version}`];
    return found.get(name) === version ? [] : [`${name}: expected ${version}, got ${found.get(name)}`];
  });
  const tooMany = [...found.keys()].filter((name) => !Object.hasOwn(expected, name));
  return [...wrong, ...tooMany.map((name) => `too many ${name}`)];
}
