import { versionFits } from "../../pyproject/requirements/compare-versions";
import type { MarkerOperator } from "../../pyproject/requirements/parse-marker";

const clause = /^\s*(===|~=|==|!=|<=|>=|<|>)\s*(.+?)\s*$/;

/**
 * Do clauses with commas between allow a version that is locked? A locked version before its release is one as any other.
 * What can't be told, for example since it is no clause of PEP 440, is allowed.
 */
export function allowsLocked(specifier: string, version: string | undefined): boolean {
  if (version === undefined) return true;
  return specifier.split(",").every((each) => {
    const [, operator, bound] = clause.exec(each) ?? [];
    return operator === undefined || (versionFits(version, operator as MarkerOperator, bound) ?? true);
  });
}
