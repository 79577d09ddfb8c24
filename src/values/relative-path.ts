import { relative, sep } from "node:path";

/** The way from one folder to a path, both absolute, with slashes on every system; empty where they are the same. */
export function relativePath(from: string, to: string): string {
  return relative(from, to).split(sep).join("/");
}
