import { linkSync, lstatSync, renameSync, symlinkSync } from "node:fs";
import { type FoundEntry, foundAt } from "./found-entry";
import { writeWhole } from "./write-whole";

/** Codes by which the file system says that there is something at a place already. */
const TAKEN = ["EEXIST", "ENOTEMPTY"];

/** How a backup is made. */
export interface BackupOptions {
  /**
   * Whether a file is copied, for somebody writes into the very file afterwards.
   * @default false one more name of it is the backup
   */
  readonly isCopy?: boolean;
}

/**
 * Keeps what is at the path beside it, as `<name>.bak` or, where that is taken, `<name>.bak2` and so on; where a backup
 * has it already, that is enough.
 *
 * What was found stands in its place until something else does; a folder alone is moved.
 *
 * @returns the path of the backup
 */
export function keepBackup(path: string, found: FoundEntry, options: BackupOptions = {}): string {
  for (let count = 1; ; count += 1) {
    const backup = `${path}.bak${count === 1 ? "" : count}`;
    if (isKept(path, found, backup, options) || isSame(foundAt(backup), found, options)) return backup;
  }
}

/** @returns whether it is; false where the place is taken, by another synth perhaps */
function isKept(path: string, found: FoundEntry, backup: string, { isCopy = false }: BackupOptions): boolean {
  try {
    if (found.kind === "file" && !isCopy) keepFile(path, found, backup);
    else if (found.kind === "link") symlinkSync(found.target, backup);
    else if (lstatSync(backup, { throwIfNoEntry: false }) !== undefined) return false;
    else if (found.kind === "file") copyFile(found, backup);
    else renameSync(path, backup);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/**
 * One more name for the file is a backup at once and as a whole, with owner and permissions, and needs no room: the new
 * content comes into another file.
 */
function keepFile(path: string, found: FoundEntry & { kind: "file" }, backup: string): void {
  try {
    linkSync(path, backup);
  } catch (error) {
    if (isTaken(error)) throw error;
    // Not every file system has files of two names, and not everybody may give them.
    copyFile(found, backup);
  }
}

function copyFile({ bytes, stats }: FoundEntry & { kind: "file" }, backup: string): void {
  writeWhole(backup, bytes, { mode: stats.mode & 0o7777, before: stats });
}

function isSame(there: FoundEntry, found: FoundEntry, { isCopy = false }: BackupOptions): boolean {
  if (there.kind === "file") {
    const isOneFile = found.kind === "file" && there.stats.ino === found.stats.ino;
    return found.kind === "file" && there.bytes.equals(found.bytes) && !(isCopy && isOneFile);
  }
  return there.kind === "link" && found.kind === "link" && there.target === found.target;
}

function isTaken(error: unknown): boolean {
  return TAKEN.includes((error as NodeJS.ErrnoException).code ?? "");
}
