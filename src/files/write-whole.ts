import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { temporaryName } from "./temporary-file";

/** How a file is written. */
export interface Writing {
  /** Its permissions. */
  readonly mode: number;
  /** What stands there; its owner stays the owner where the system allows it. */
  readonly before?: Stats;
  /**
   * Whether it can be made again, so that nothing is lost where the machine stops before the content lies on the disk.
   * @default false
   */
  readonly isGenerated?: boolean;
  /** What is done once the new content lies on the disk, before it takes its place. */
  readonly beforeMove?: () => void;
}

/**
 * Writes a file so that at every moment the old content or the new one stands there as a whole: under a temporary name
 * in the same folder first.
 *
 * @throws what the file system says; the file is then as it was
 */
export function writeWhole(path: string, content: string | Buffer, writing: Writing): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = temporaryName(path);
  const { mode, beforeMove } = writing;
  try {
    fill(temporary, content, writing);
    chmodSync(temporary, mode);
    beforeMove?.();
    moveOver(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
}

function fill(temporary: string, content: string | Buffer, { before, isGenerated = false }: Writing): void {
  const descriptor = openSync(temporary, "wx", 0o600);
  try {
    writeFileSync(descriptor, content);
    if (before !== undefined) keepOwner(descriptor, before);
    if (!isGenerated) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Root alone may give files away, and that is when it matters. */
function keepOwner(descriptor: number, { uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // The file is then owned by whoever runs this, as any new file is.
  }
}

function moveOver(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
  } catch (error) {
    if (process.platform !== "win32") throw error;
    // Windows moves nothing over a file that is read-only.
    chmodSync(path, 0o600);
    renameSync(temporary, path);
  }
}

/** What went wrong first is what is told. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The next synth removes it.
  }
}
