import { posix } from "node:path";

/** A path loses what leads nowhere, before the options of a mount too. */
export function keptPath(text: string): readonly string[] {
  const [path, ...options] = text.split(":");
  const clean = (given: string) => posix.normalize(given).replace(/(?<=.)\/$/, "");
  return [clean(text), [clean(path), ...options].join(":")];
}
