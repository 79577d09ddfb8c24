import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, normalize, relative } from "node:path";
import { defaultIndex } from "../../src/knowledge/default-index";
import type { LockExpectation } from "./compare-lock";
import type { Expectation } from "./rules";

/** What cases have in place of addresses of the default index: its own, and the host on which its files lie. */
const placeholders: Readonly<Record<string, string>> = {
  "@default-index@": defaultIndex,
  "@default-files@": `https://${["files", "pythonhosted", "org"].join(".")}`,
};

/** A case that was laid out. */
export interface LaidOutCase {
  readonly expectation: Expectation;
  /** What is expected of its lock file; undefined where nothing is. */
  readonly lock?: LockExpectation;
  /** The folder of the project. */
  readonly project: string;
}

/** The folders of the cases in a folder, or the folder itself where it is a case. */
export function findCases(folder: string): string[] {
  if (isCase(folder)) return [folder];
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.map((name) => join(folder, name)).filter(isCase);
}

/**
 * Lays a case out as the folder of a repository: every path of its `tree.txt` as an empty file, and its `files` over
 * them, with the addresses of the default index.
 *
 * @param target an empty folder
 */
export function unpackCase(folder: string, target: string): LaidOutCase {
  for (const path of pathsIn(join(folder, "tree.txt"))) write(target, path, Buffer.alloc(0));
  const files = join(folder, "files");
  for (const entry of readdirSync(files, { recursive: true, encoding: "utf8" })) {
    const bytes = contentOf(join(files, entry));
    if (bytes !== undefined) write(target, entry, bytes);
  }
  const expectation: Expectation = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  const locked = join(folder, "locked.json");
  const lock: LockExpectation | undefined = existsSync(locked) ? JSON.parse(readFileSync(locked, "utf8")) : undefined;
  return { expectation, project: normalize(join(target, String(expectation.project ?? "."))), lock };
}

function isCase(folder: string): boolean {
  return existsSync(join(folder, "expected.json"));
}

function pathsIn(tree: string): string[] {
  if (!existsSync(tree)) return [];
  return readFileSync(tree, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

function contentOf(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const isReplaced = ["pyproject.toml", "Pipfile"].includes(basename(file)) || file.endsWith(".lock");
    return isReplaced ? withAddresses(bytes) : bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EISDIR") return undefined;
    throw error;
  }
}

/** Byte by byte: a file need not be a text in UTF-8. */
function withAddresses(bytes: Buffer): Buffer {
  const replaced = Object.entries(placeholders).reduce(
    (text, [placeholder, address]) => text.replaceAll(placeholder, address),
    bytes.toString("latin1"),
  );
  return Buffer.from(replaced, "latin1");
}

function write(target: string, path: string, bytes: Buffer): void {
  const file = join(target, path);
  if (relative(target, file).startsWith("..")) throw new Error(`${path} lies outside of the case`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
