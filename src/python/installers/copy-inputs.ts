import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";

/** Copies files of the build context below a folder, each to the place that it has in the context. */
export function addCopyOfInputs(block: DockerfileBlock, paths: readonly string[], target: string): void {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  for (const [folder, inside] of folders) {
    const place = posix.join(target, folder);
    block.addCopy(inside, place.endsWith("/") ? place : `${place}/`);
  }
}
