import type { Fact } from "../../pyproject/fact";
import type { ProjectFacts } from "../../pyproject/facts";
import { PackageManager } from "../../pyproject/managers/package-manager";
import { Mistake, shown } from "../../values/mistake";

/** The names that a package manager can be told on its command line. */
interface TellingRule {
  readonly groups: RegExp;
  readonly extras: RegExp;
  readonly allowed: string;
}

const anything = /^/;
const noComma = /^(?!-)[^,]+$/;
const noCommaOrSpace = /^(?!-)[^,\s]+$/;

/** They take lists apart at commas or spaces. What uv refuses the facts do. */
const rules: { readonly [M in PackageManager]?: TellingRule } = {
  [PackageManager.POETRY]: {
    groups: noComma,
    extras: noCommaOrSpace,
    allowed: "poetry separates groups by commas and extras by spaces",
  },
  [PackageManager.PDM]: { groups: noComma, extras: noComma, allowed: "pdm separates groups and extras by commas" },
  [PackageManager.PIPENV]: {
    groups: noCommaOrSpace,
    extras: anything,
    allowed: "pipenv separates categories by commas and spaces",
  },
};

/**
 * Refuses a group or an extra for production that the package manager would read as another name or as several.
 *
 * @throws where there is one
 */
export function checkTellingNames({ packageManager, groups, productionExtras }: ProjectFacts): void {
  const rule = rules[packageManager.value];
  if (rule === undefined) return;
  const check = (kind: string, { value: name, source }: Fact<string>, pattern: RegExp): void => {
    if (pattern.test(name)) return;
    throw new Mistake({
      where: source,
      what: `${packageManager.value} can't be told the ${kind} ${shown(name)}`,
      allowed: rule.allowed,
      fix: "give it another name",
    });
  };
  for (const { value, source } of groups.filter((group) => group.value.isProduction)) {
    check("group", { value: value.name, source }, rule.groups);
  }
  for (const extra of productionExtras) check("extra", extra, rule.extras);
}
