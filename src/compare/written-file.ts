import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Mistake } from "../values/mistake";

const MOST_BYTES = 1_000_000;

/** A file that people wrote. */
export interface WrittenFile {
  /** Its path from the project's folder. */
  readonly path: string;
  readonly text: string;
}

/** The paths at which files are looked for, the first before the others. */
export const usualPaths = {
  dockerfile: (name: string) => [
    "Dockerfile",
    "Containerfile",
    "docker/Dockerfile",
    ".docker/Dockerfile",
    `${name}.Dockerfile`,
  ],
  compose: () => ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"],
  dockerignore: () => [".dockerignore"],
} as const;

/** Those of the paths at which there is something; a link to nothing or to itself is told where it is read. */
export function pathsThere(folder: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const place = join(folder, path);
    return (statOrNothing(place) ?? statOrNothing(place, lstatSync))?.isDirectory() === false;
  });
}

/** What is at a path; nothing also where it is too long, or a link to itself. */
export function statOrNothing(path: string, stat: (path: string) => Stats = statSync): Stats | undefined {
  try {
    return stat(path);
  } catch {
    return undefined;
  }
}

/**
 * Reads a file.
 *
 * @param option the option that names another one
 * @throws where there is none, or it is no text of a size that a person wrote
 */
export function writtenFile(folder: string, path: string, option: string): WrittenFile {
  const refuse = (what: string) => new Mistake({ where: path, what, fix: `name another file with --${option}` });
  try {
    const stats = statSync(resolve(folder, path));
    if (!stats.isFile()) throw refuse("is no file");
    if (stats.size > MOST_BYTES) throw refuse(`has ${stats.size} bytes, more than anybody writes`);
    const text = readFileSync(resolve(folder, path), "utf8");
    if (text.includes("\0")) throw refuse("is no text");
    return { path, text };
  } catch (error) {
    if (error instanceof Mistake) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw refuse(code === "ENOENT" || code === "ENOTDIR" ? "there is no such file" : `it can't be read (${code})`);
  }
}
