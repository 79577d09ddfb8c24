import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { isOpen, type ServiceContent } from "./file-content";

/**
 * Files and folders of the project that are mounted and not there.
 *
 * @param isThere whether there is a file or a folder, by its path from the folder of the compose file
 */
export function bindFindings(
  { volumes }: ServiceContent,
  isThere: (path: string) => boolean,
): readonly PlacelessFinding[] {
  return volumes.flatMap(({ type, source, createsSource, isSourceMade }): PlacelessFinding[] => {
    // What lies elsewhere on a host is known there alone.
    if (type !== "bind" || source === undefined || isOpen(source) || /^(?:[/~\\]|[A-Za-z]:)/.test(source)) return [];
    // Where the file has the engine make it, it is meant so.
    if (isSourceMade || isThere(source)) return [];
    return [
      {
        rule: "BindSourceMissing",
        what: `volumes has ${shown(source)}, which is not there`,
        allowed: createsSource
          ? "the engine makes a folder of it, which belongs to root, where a file is meant too"
          : "the engine refuses to start the container without it",
        fix: "write it, or mount a named volume",
      },
    ];
  });
}
