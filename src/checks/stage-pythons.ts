import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import { type Finding, toldFinding } from "../findings/finding";
import { fact } from "../pyproject/fact";
import { supportNote } from "../pyproject/python/python-support";
import { shown } from "../values/mistake";
import { PythonVersion } from "../values/python-version";

/** The version in the tag of the official image, of a mirror of it too. */
const OFFICIAL = /(?:^|\/)python:(3\.\d{1,2})(?=[.\-@]|$)/;

/**
 * Stages of another Python than the project's, which gets no security fixes.
 *
 * @param own that of the project, of which its facts tell
 */
export function* stagePythonFindings(
  dockerfile: WrittenDockerfile,
  own: PythonVersion,
  today: Date,
): Iterable<Finding> {
  for (const stage of dockerfile.stages) {
    const end = stage === undefined ? undefined : dockerfile.stageEnd(stage);
    // One that starts from another stage is told there.
    if (stage === undefined || end?.line.length !== 1) continue;
    const minor = OFFICIAL.exec(end.image)?.[1];
    if (minor === undefined || minor === own.minor) continue;
    const source = `${dockerfile.path} stage ${shown(stage)}`;
    for (const text of supportNote(fact(PythonVersion.of(minor), source), today)) {
      yield { ...toldFinding("PythonUnsupported", text), stage };
    }
  }
}
