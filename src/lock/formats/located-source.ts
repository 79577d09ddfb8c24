import { isArchive } from "../../pyproject/requirements/pip-requirement";
import { originOf } from "../../pyproject/requirements/requirement";
import type { LockedFile, LockedSource } from "../lock";
import { type DistributionFiles, distributionFiles, isWheel } from "./distribution-files";
import { fileNameOf } from "./file-name";

/** Where a package comes from that has this address or path; from the index where it has none. */
export function sourceAt(url: string | undefined): LockedSource {
  const origin = originOf({ url });
  if (origin === "index" || origin === "workspace") return { kind: "index" };
  if (origin !== "path") return { kind: origin, location: url };
  return { kind: isArchive(url ?? "") ? "path" : "project", location: url };
}

/**
 * The files of a package. Where it comes from an address or a path, that leads to what is installed: a wheel, or else to
 * the source, as an archive of whatever name or a repository.
 *
 * @param files what the lock file lists of them
 */
export function filesAt({ kind, location = "" }: LockedSource, files: readonly LockedFile[] = []): DistributionFiles {
  if (kind !== "url" && kind !== "path") return distributionFiles(files);
  const named = files.length > 0 ? files : [{ name: fileNameOf(location) }];
  return { wheels: named.filter(isWheel), sdists: named.filter((file) => !isWheel(file)) };
}
