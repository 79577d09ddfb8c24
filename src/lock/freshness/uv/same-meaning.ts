import { versionFits } from "../../../pyproject/requirements/compare-versions";
import type { MarkerOperator } from "../../../pyproject/requirements/parse-marker";
import { holdsIn } from "./condition";
import { environmentsOf } from "./environments";
import type { PythonRange } from "./python-range";
import { releaseOf } from "./python-range";
import type { UvRequirement } from "./uv-requirement";

/**
 * Do these requirements of one package ask for the same in each environment? `>=1` and `<2` do as `>=1,<2`. Where there are
 * too many environments to try, they may.
 */
export function isSameMeaning(
  one: readonly UvRequirement[],
  other: readonly UvRequirement[],
  pythons: PythonRange,
): boolean {
  const environments = environmentsOf(
    [...one, ...other].map(({ condition }) => condition),
    pythons,
  );
  if (environments === undefined) return true;
  const known = new Set<string>();
  return environments.every((environment) => {
    const [left, right] = [one, other].map((all) => all.filter(({ condition }) => holdsIn(condition, environment)));
    const key = [left, right]
      .map((all) => all.map((each) => `${partsOf(each)} ${each.versions}`).join("\n"))
      .join("\n\n");
    if (known.has(key)) return true;
    known.add(key);
    const [before, now] = [left, right].map((all) => [...new Set(all.flatMap(partsOf))].sort().join("\n"));
    return before === now && isSameVersions(clausesOf(left), clausesOf(right));
  });
}

function partsOf({ extras, origin }: UvRequirement): string[] {
  return [`from ${origin}`, ...extras];
}

function clausesOf(requirements: readonly UvRequirement[]): string[] {
  return requirements.flatMap(({ versions }) => versions.split(",")).filter((clause) => clause !== "");
}

/** All versions are tried that the clauses tell apart. */
function isSameVersions(one: readonly string[], other: readonly string[]): boolean {
  const releases = [...one, ...other].map((clause) => releaseOf(clause.replace(/^[<>=!~]+/, "")));
  const ends = releases.flatMap((release) => [release, raised(release), raised(release.slice(0, -1))]);
  const texts = [...new Set(ends.filter((each) => each.length > 0).map((each) => each.join(".")))];
  const written = [...one, ...other].map((clause) => clause.replace(/^[<>=!~]+|\.\*$/g, ""));
  const versions = [
    ...written,
    ...texts.flatMap((each) => [`${each}.dev0`, `${each}rc1`, each, `${each}.post1`, `${each}.0.1`]),
  ];
  const allows = (clauses: readonly string[], version: string) => clauses.every((clause) => fits(version, clause));
  return versions.every((version) => allows(one, version) === allows(other, version));
}

function raised(release: readonly number[]): number[] {
  return [...release.slice(0, -1), ...release.slice(-1).map((last) => last + 1)];
}

function fits(version: string, clause: string): boolean {
  const [, operator = "==", bound = ""] = /^(===|[<>=!~]=|[<>])(.*)$/.exec(clause) ?? [];
  return versionFits(version, operator as MarkerOperator, bound) ?? false;
}
