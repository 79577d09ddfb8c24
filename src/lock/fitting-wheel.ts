import type { LockedFile } from "./lock";
import { compareBuilds, parseWheelFileName, tagsIn, type WheelFileName } from "./wheel-file-name";
import type { WheelTarget } from "./wheel-target";

/** A wheel that fits, and how well. */
interface Fitting {
  readonly file: LockedFile;
  readonly rank: number;
  readonly name: WheelFileName;
}

/**
 * The wheel that is installed on the target: the one with the best tag, of several the one with the greatest build
 * number, of those the first. Undefined where none fits; files that are no wheels do not.
 *
 * @see https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#use
 */
export function fittingWheel(files: readonly LockedFile[], target: WheelTarget): LockedFile | undefined {
  let best: Fitting | undefined;
  for (const file of files) {
    const tags = tagsIn(file.name);
    const rank = tags === undefined ? undefined : target.rank(tags);
    if (rank === undefined || (best !== undefined && rank > best.rank)) continue;
    const name = parseWheelFileName(file.name);
    if (name !== undefined && isBetter(rank, name, best)) best = { file, rank, name };
  }
  return best?.file;
}

function isBetter(rank: number, name: WheelFileName, best: Fitting | undefined): boolean {
  return best === undefined || rank < best.rank || compareBuilds(name.build, best.name.build) > 0;
}
