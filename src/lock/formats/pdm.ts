import type { MarkerEnvironment } from "../../pyproject/requirements/marker";
import type { Lock, LockContext, LockReader } from "../lock";
import { projectRoots } from "../project-roots";
import { UnknownFormat } from "../unknown-format";
import type { LockTable } from "./lock-table";
import { parseLock } from "./parse-lock";
import { readPdmEntry } from "./pdm-entry";
import { pdmPackages } from "./pdm-package";
import { readPdmTargets, targetsHave } from "./pdm-targets";

/**
 * Reads pdm.lock.
 *
 * With the strategy `inherit_metadata` each package tells the groups and the environments that it is for; without it all
 * is installed that the project's requirements lead to.
 *
 * @see https://pdm-project.org/en/latest/usage/lockfile/
 */
export const readPdmLock: LockReader = (context: LockContext): Lock => {
  const { path, text, facts, folder } = context;
  const file = parseLock(path, text, "pdm lock");
  const metadata = file.table("metadata");
  const format = `pdm ${formatOf(path, metadata)}`;
  const targets = metadata && readPdmTargets(metadata);
  const pythons = targets?.flatMap((target) => target.pythons) ?? [];
  const tellsGroups = metadata?.texts("strategy").includes("inherit_metadata") ?? false;
  const hasPython = ({ python }: MarkerEnvironment) => targets === undefined || targetsHave(targets, { python });
  const entries = file.packages("package").map((table) => readPdmEntry(table, folder));
  return {
    path,
    format,
    // Before 4.3 the files stood apart from the packages, where no newer pdm looks for them.
    namesFiles: metadata?.has("files") !== true,
    pythons: pythons.length === 0 ? undefined : pythons,
    ...(targets === undefined ? {} : { isMadeFor: (environment) => targetsHave(targets, environment) }),
    packages: pdmPackages(entries, path, tellsGroups ? hasPython : undefined),
    roots: (selection) => projectRoots(facts, selection),
  };
};

/** The version of the format: its first number changes where an older reader would be wrong. */
function formatOf(path: string, metadata: LockTable | undefined): string {
  const version = metadata?.text("lock_version");
  if (version === undefined) throw new UnknownFormat(path, "pdm without a lock_version", "pdm 4");
  if (!/^4(?:\.|$)/.test(version)) throw new UnknownFormat(path, `pdm ${version}`, "pdm 4");
  return version;
}
