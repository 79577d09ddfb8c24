import { ExistingFiles } from "./existing-files";
import type { FoundEntry } from "./found-entry";

/** Whether the user has decided that what people put at a place may go from there. */
export function mayReplace({ kind }: FoundEntry, existing: ExistingFiles): boolean {
  switch (existing) {
    case ExistingFiles.REFUSE:
      return false;
    case ExistingFiles.BACKUP:
      return kind !== "other";
    case ExistingFiles.OVERWRITE:
      return kind === "file" || kind === "link";
  }
}
