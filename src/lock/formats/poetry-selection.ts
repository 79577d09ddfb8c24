import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import type { LockSelection } from "../lock";
import { lockedMarkerHolds } from "../locked-marker";
import type { PoetryPackage } from "./poetry-package";

/** The group of the main dependencies, which is always asked for. */
const mainGroup = "main";

/**
 * Whether a package is installed, by its groups and its markers: where it is in one of the groups that are asked for, and
 * the marker that it has in that group holds.
 *
 * @see https://github.com/python-poetry/poetry/blob/2.5.1/src/poetry/puzzle/transaction.py
 */
export function selectionByGroups({ locked, groups, markers }: PoetryPackage, path: string) {
  const where = `${path} (${locked.name})`;
  return (selection: LockSelection, environment: MarkerEnvironment): boolean =>
    groups.some((group) => {
      if (group !== mainGroup && !selection.groups.includes(group)) return false;
      const marker = typeof markers === "string" ? markers : markers?.get(group);
      return marker === undefined || lockedMarkerHolds(marker, environment, where);
    });
}
