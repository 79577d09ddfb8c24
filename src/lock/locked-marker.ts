import { type MarkerEnvironment, markerHolds } from "../pyproject/requirements/marker";

/**
 * Does a marker of a lock file hold?
 *
 * @param where the place in the lock file
 * @throws where it is none: nobody writes it by hand
 */
export function lockedMarkerHolds(marker: string, environment: MarkerEnvironment, where: string): boolean {
  return markerHolds(marker, environment, where, "make the lock file again");
}
