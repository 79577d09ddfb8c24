import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

const NAME = /^\..+\.projen-([0-9a-f]{8})-(\d+)\.[0-9a-f]{8}$/;
/** Where the numbers of processes mean something: on this machine, or in this container. */
const PLACE = createHash("sha256").update(`${hostname()} ${processNamespace()}`).digest("hex").slice(0, 8);
/** The process that writes a file takes milliseconds. */
const LONGEST_MILLISECONDS = 60_000;

/** A name for what is to become the file: hidden, in the same folder, and nobody else's. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.projen-${PLACE}-${process.pid}.${randomBytes(4).toString("hex")}`);
}

/** Removes the temporary files that processes have left in a folder when they were killed. */
export function removeLeftOvers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, place, process] = NAME.exec(name) ?? [];
      if (process !== undefined) removeIfLeft(join(folder, name), place, Number(process));
    }
  } catch {
    // The folder is not there, or nothing in it can be removed: no reason to stop, and the next synth looks again.
  }
}

/** In containers small numbers come again and again: a process that runs may be another one. */
function removeIfLeft(path: string, place: string, id: number): void {
  const isYoung = Date.now() - lstatSync(path).mtimeMs < LONGEST_MILLISECONDS;
  const isGone = place === PLACE && (id === process.pid || !isRunning(id));
  if (isGone || !isYoung) rmSync(path, { force: true });
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    // Only Linux has them.
    return "";
  }
}
