import { Specifier } from "../../pyproject/requirements/specifier";
import type { LockedDependency, LockedSource } from "../lock";
import { allowsLocked } from "./locked-version";

/**
 * Whether it is this one of several packages of a name that a dependency means. Poetry takes a locked version before its
 * release as any other.
 *
 * @param constraint the versions, in poetry's words or in those of PEP 440; empty for any
 * @param kinds where it has to come from; from anywhere if there is none
 */
export function poetryAllows(
  constraint: string,
  kinds: readonly LockedSource["kind"][],
  where: string,
): NonNullable<LockedDependency["allows"]> {
  let alternatives: readonly string[] | undefined;
  return ({ version, source }) => {
    if (kinds.length > 0) return kinds.includes(source.kind);
    alternatives ??= Specifier.ofPoetry(constraint === "" ? "*" : constraint, where)
      .toString()
      .split(" || ");
    return alternatives.some((clauses) => allowsLocked(clauses, version));
  };
}
