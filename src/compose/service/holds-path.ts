import { resolve } from "node:path";
import { isBelow } from "../../files/is-below";

/** Whether a path is a folder, or something in it; both lead from the folder of the compose file, or are absolute. */
export function holdsPath(folder: string, path: string): boolean {
  return resolve(folder) === resolve(path) || isBelow(resolve(folder), resolve(path));
}
