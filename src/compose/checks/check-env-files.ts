import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { isOpen, type ServiceContent } from "./file-content";

/**
 * Files of variables without which compose stops, and that are not there now.
 *
 * @param isThere whether there is a file, by its path from the folder of the compose file
 */
export function envFileFindings(
  { envFiles }: ServiceContent,
  isThere: (path: string) => boolean,
): readonly PlacelessFinding[] {
  return envFiles
    .filter(({ path, isRequired }) => isRequired && !isOpen(path) && !path.startsWith("~") && !isThere(path))
    .map(({ path }) => ({
      rule: "EnvFileMissing",
      what: `envFiles has ${shown(path)}, which is not there`,
      allowed: "compose reads the file before it does anything, and stops without it",
      fix: "write it, or give it required: false",
    }));
}
