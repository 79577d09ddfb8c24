import { Mistake } from "../../values/mistake";
import { parseUvLock } from "../formats/uv";
import type { Freshness, FreshnessCheck } from "../lock";
import type { Finding } from "./uv/finding";
import { type UvComparison, uvComparison } from "./uv/uv-comparison";
import { conflictFindings } from "./uv/uv-conflicts";
import { environmentFindings } from "./uv/uv-environments";
import { indexFindings } from "./uv/uv-indexes";
import { manifestFindings } from "./uv/uv-manifest";
import { memberFindings } from "./uv/uv-members";
import { projectFindings } from "./uv/uv-metadata";
import { pythonFindings } from "./uv/uv-pythons";
import { settingsFindings } from "./uv/uv-settings";

/** What is compared, in the order in which it is told. */
const checks: readonly ((comparison: UvComparison) => Iterable<Finding>)[] = [
  memberFindings,
  projectFindings,
  pythonFindings,
  manifestFindings,
  settingsFindings,
  environmentFindings,
  conflictFindings,
  indexFindings,
];

/**
 * Tells whether uv.lock fits, as uv decides: by what it has recorded of the project and of the other members of the
 * workspace, and by the settings under which it was made.
 *
 * @see https://docs.astral.sh/uv/concepts/projects/sync/#checking-if-the-lockfile-is-up-to-date
 */
export const uvFreshness: FreshnessCheck = (context): Freshness => {
  const lock = parseUvLock(context.path, context.text);
  let isTold = true;
  try {
    const comparison = uvComparison(lock, context);
    if (comparison === undefined) return {};
    for (const check of checks) {
      for (const finding of check(comparison)) {
        if (finding !== "untold") return { isFresh: false, reason: finding };
        isTold = false;
      }
    }
  } catch (error) {
    // What can't be read is told where the facts are read, as far as they need it.
    if (!(error instanceof Mistake)) throw error;
    isTold = false;
  }
  return isTold ? { isFresh: true } : {};
};
