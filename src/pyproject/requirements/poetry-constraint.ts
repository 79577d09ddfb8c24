/**
 * A constraint of poetry in clauses of PEP 440: alternatives, and in each the clauses that all have to hold.
 *
 * What it can't translate it leaves as it is, for the caller to refuse; undefined where an alternative is empty.
 *
 * @see https://python-poetry.org/docs/dependency-specification/
 */
export function translatedConstraint(text: string): string[][] | undefined {
  const alternatives = text.split(/\|\|?/).map((part) => {
    const joined = part.replaceAll(/([<>=!~^])\s+/g, "$1").trim();
    return joined === "" ? undefined : joined.split(/[\s,]+/).filter((clause) => clause !== "");
  });
  if (alternatives.some((clauses) => clauses === undefined || clauses.length === 0)) return undefined;
  return alternatives.map((clauses) => (clauses ?? []).flatMap(translatedClause));
}

function translatedClause(clause: string): string[] {
  if (/^[*xX](?:\.[*xX])*$/.test(clause)) return [];
  const wildcard = /^(==?|!=)?v?(\d+(?:\.\d+)*)(?:\.[*xX])+$/.exec(clause);
  if (wildcard !== null) return [`${wildcard[1] === "!=" ? "!=" : "=="}${wildcard[2]}.*`];
  if (clause.startsWith("^")) return bounded(clause.slice(1), caretLimit);
  if (clause.startsWith("~") && !clause.startsWith("~=")) return bounded(clause.slice(1), tildeLimit);
  if (clause.startsWith("<>")) return [`!=${clause.slice(2)}`];
  if (clause.startsWith("~=")) return [withoutLocal(clause)];
  // Poetry reads >=2.28.* as >=2.28.
  if (/^[<>]/.test(clause)) return [withoutLocal(clause).replace(/\.\*$/, "")];
  if (/^=[^=]/.test(clause)) return [`=${clause}`];
  return [/^v?\d/.test(clause) ? `==${clause}` : clause];
}

function bounded(written: string, limit: (release: readonly number[]) => number[]): string[] {
  const version = withoutLocal(written);
  const [, epoch = "", release] = /^v?(\d+!)?(\d+(?:\.\d+)*)/.exec(version) ?? [];
  if (release === undefined) return [`>=${version}`];
  const end = limit(release.split(".").map(Number));
  return [`>=${version}`, `<${epoch}${end.length === 1 ? `${end[0]}.0` : end.join(".")}`];
}

/** The version without its local part, which PEP 440 has for no order. */
function withoutLocal(version: string): string {
  return version.replace(/\+[A-Za-z0-9._-]+$/, "");
}

/** The next version that may break: the first number that is not zero goes up. */
function caretLimit(release: readonly number[]): number[] {
  const first = release.findIndex((number) => number !== 0);
  return raised(release, first === -1 ? release.length - 1 : first);
}

/** The next minor version, or the next major one where only that is given. */
function tildeLimit(release: readonly number[]): number[] {
  return raised(release, release.length === 1 ? 0 : 1);
}

function raised(release: readonly number[], at: number): number[] {
  return [...release.slice(0, at), release[at] + 1];
}
