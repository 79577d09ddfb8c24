import type { ProjectFacts } from "../../pyproject/facts";
import { normalizedName } from "../../pyproject/requirements/distribution-name";

/** What everyday work takes; groups of other names, such as docs, are often not made to be installed beside these. */
const everyday: ReadonlySet<string> = new Set(["dev", "develop", "development", "test", "testing", "tests"]);

/** What a developer has beside production. */
export interface DeskGroups {
  /** Names of groups, as the project writes them. */
  readonly groups: readonly string[];
  /** Names of extras, as the project writes them. */
  readonly extras: readonly string[];
  /** Requirements files, each with those that it includes. */
  readonly files: readonly (readonly string[])[];
}

/** The groups, extras and requirements files for everyday work; all that are for development where none has such a name. */
export function deskGroups({ groups, extras }: ProjectFacts): DeskGroups {
  const all = [...groups, ...extras].map(({ value }) => value).filter(({ isDevelopment }) => isDevelopment);
  const named = all.filter(
    (each) => ("isDefault" in each && each.isDefault) || everyday.has(normalizedName(each.name)),
  );
  const chosen = new Set(named.length > 0 ? named : all);
  const known = groups.map(({ value }) => value).filter((group) => chosen.has(group));
  return {
    groups: known.filter(({ requirementsFiles }) => requirementsFiles === undefined).map(({ name }) => name),
    extras: extras.filter(({ value }) => chosen.has(value)).map(({ value }) => value.name),
    files: known.flatMap(({ requirementsFiles }) => (requirementsFiles === undefined ? [] : [requirementsFiles])),
  };
}
