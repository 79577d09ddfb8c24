import { figure } from "../figures";
import type { Results } from "../results";
import type { Subject } from "../subject";

/** The subjects that are this module's. */
export const OURS = ["uv", "poetry", "pip"] as const;

export const isOurs = ({ id }: Subject): boolean => OURS.some((each) => each === id);

/** The median of an image's cell. */
export const ofImage = (results: Results, subject: string, cell: string) => figure(results, "images", subject, cell);

/** The images by hand that a condition picks. */
export const byHand = ({ subjects }: Results, isPicked: (subject: Subject) => boolean): Subject[] =>
  subjects.filter((each) => !isOurs(each) && isPicked(each));

/** The one of the subjects with the least in a cell, of those that have it. */
export function least(
  results: Results,
  subjects: readonly Subject[],
  cell: string,
): { id: string; value: number } | undefined {
  const measured = subjects.flatMap(({ id }) => {
    const value = ofImage(results, id, cell);
    return value === undefined ? [] : [{ id, value }];
  });
  return measured.sort((a, b) => a.value - b.value)[0];
}
