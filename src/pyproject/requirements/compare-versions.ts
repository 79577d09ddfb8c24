import { compare, explain } from "@renovatebot/pep440";
import type { MarkerOperator } from "./parse-marker";

/** A version as PEP 440 reads it. */
interface Version {
  readonly text: string;
  /** The text without its local part. */
  readonly publicText: string;
  readonly parts: NonNullable<ReturnType<typeof explain>>;
}

/** What one side of a comparison asks of a version. */
type Clause = (version: Version) => boolean;

/**
 * Does a version fit an operator and another version, pre-releases allowed? Undefined where the two are no clause of
 * PEP 440, so that they can only be compared as texts. What is no version fits no clause but an identity.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
export function versionFits(version: string, operator: MarkerOperator, bound: string): boolean | undefined {
  const question = `${version} ${operator} ${bound}`;
  if (answers.has(question)) return answers.get(question);
  if (answers.size >= mostAnswers) answers.clear();
  const answer = answerTo(version, operator, bound.trim());
  answers.set(question, answer);
  return answer;
}

/** The answers that were given: the markers of a lock file ask the same a thousand times. */
const answers = new Map<string, boolean | undefined>();

const mostAnswers = 20_000;

function answerTo(version: string, operator: MarkerOperator, bound: string): boolean | undefined {
  if (operator === "===") {
    return /^[^\s;)]+$/.test(bound) ? version.toLowerCase() === bound.toLowerCase() : undefined;
  }
  const clause = clauseOf(operator, bound);
  if (clause === undefined) return undefined;
  const parsed = parseVersion(version.trim());
  return parsed !== undefined && clause(parsed);
}

function clauseOf(operator: MarkerOperator, text: string): Clause | undefined {
  const isEquality = operator === "==" || operator === "!=";
  if (text.endsWith(".*")) return isEquality ? prefixClause(operator, text.slice(0, -2)) : undefined;
  const bound = parseVersion(text);
  return bound === undefined || (bound.parts.local !== null && !isEquality) ? undefined : clauses[operator]?.(bound);
}

/** Reads `==3.13.*` and `!=3.13.*`: the versions from its first development release to before that of the next. */
function prefixClause(operator: "==" | "!=", prefix: string): Clause | undefined {
  if (!/^v?(?:\d+!)?\d+(?:\.\d+)*$/i.test(prefix)) return undefined;
  const bound = parseVersion(prefix);
  if (bound === undefined) return undefined;
  const { epoch, release } = bound.parts;
  const within: Clause = ({ text }) =>
    compare(text, firstOf(epoch, release)) >= 0 && compare(text, firstOf(epoch, next(release))) < 0;
  return operator === "==" ? within : (version) => !within(version);
}

const clauses: { readonly [O in MarkerOperator]?: (bound: Version) => Clause | undefined } = {
  "==": equals,
  "!=": (bound) => (version) => !equals(bound)(version),
  ">=":
    ({ text }) =>
    (version) =>
      compare(version.text, text) >= 0,
  "<=":
    ({ text }) =>
    (version) =>
      compare(version.publicText, text) <= 0,
  // A pre-release of the version itself does not come before it, unless it is one.
  "<": (bound) => {
    const limit = bound.parts.is_prerelease ? bound.text : `${bound.text}.dev0`;
    return (version) => compare(version.text, limit) < 0;
  },
  // A post-release of the version does not come after it, unless it is one.
  ">": (bound) => (version) =>
    compare(version.publicText, bound.text) > 0 &&
    (bound.parts.is_postrelease || bound.parts.is_devrelease || !isPostReleaseOf(version, bound)),
  "~=": (bound) => {
    const { epoch, release } = bound.parts;
    if (release.length < 2) return undefined;
    const limit = firstOf(epoch, next(release.slice(0, -1)));
    return ({ text }) => compare(text, bound.text) >= 0 && compare(text, limit) < 0;
  },
};

function equals(bound: Version): Clause {
  const isExact = bound.parts.local !== null;
  return ({ text, publicText }) => compare(isExact ? text : publicText, bound.text) === 0;
}

/** Is it the same release, or the same pre-release of it, with more to it? */
function isPostReleaseOf({ parts }: Version, bound: Version): boolean {
  const release = (each: Version["parts"]) => `${each.epoch}!${each.release.join(".")}`;
  const isSameRelease = compare(release(parts), release(bound.parts)) === 0;
  return isSameRelease && String(parts.pre) === String(bound.parts.pre);
}

function next(release: readonly number[]): number[] {
  return [...release.slice(0, -1), release[release.length - 1] + 1];
}

/** The first version there is of a release: its development release 0. */
function firstOf(epoch: number, release: readonly number[]): string {
  return `${epoch}!${release.join(".")}.dev0`;
}

function parseVersion(text: string): Version | undefined {
  const parts = explain(text);
  return parts === null ? undefined : { text, publicText: parts.public, parts };
}
