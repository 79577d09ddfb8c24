import type { LockFile, ProjectFacts } from "../pyproject/facts";
import type { ProjectFolder } from "../pyproject/files/project-folder";
import { readPdmLock } from "./formats/pdm";
import { readPipfileLock } from "./formats/pipfile";
import { readPoetryLock } from "./formats/poetry";
import { readPylockLock } from "./formats/pylock";
import { readRequirementsLock } from "./formats/requirements";
import { readUvLock } from "./formats/uv";
import { pdmFreshness } from "./freshness/pdm";
import { pipfileFreshness } from "./freshness/pipfile";
import { poetryFreshness } from "./freshness/poetry";
import { pylockFreshness } from "./freshness/pylock";
import { compileCommandOf, requirementsFreshness } from "./freshness/requirements";
import { uvFreshness } from "./freshness/uv";
import type { Freshness, FreshnessCheck, Lock, LockContext } from "./lock";
import { UnknownFormat } from "./unknown-format";

/** A kind of lock file. */
interface LockFormat {
  readonly fileName: RegExp;
  /** Reads it; undefined where the file locks nothing. */
  readonly read: (context: LockContext) => Lock | undefined;
  readonly check: FreshnessCheck;
  /** The command by which it is made again. */
  readonly renewal: string | ((context: LockContext) => string);
  readonly isWithoutTask?: boolean;
}

/** A lock file that was read. */
export interface ReadLock {
  readonly path: string;
  readonly lock: Lock;
  readonly freshness: Freshness;
  /** The command by which it is made again. */
  readonly renewal: string;
  /** Is there no `npx projen lock` beside that command, which makes it in a container? */
  readonly isWithoutTask?: boolean;
}

/** A lock file of which nothing is made. */
export interface UnreadLock {
  readonly path: string;
  /** Why, in a sentence. */
  readonly reason: string;
  /** Is there nothing in it, so that a build would stop at it? */
  readonly isEmpty: boolean;
}

/** The kinds by the names of their files; one more is a reader, a check and a row. */
const formats: readonly LockFormat[] = [
  { fileName: /^uv\.lock$/, read: readUvLock, check: uvFreshness, renewal: "uv lock" },
  { fileName: /^poetry\.lock$/, read: readPoetryLock, check: poetryFreshness, renewal: "poetry lock" },
  { fileName: /^pdm\.lock$/, read: readPdmLock, check: pdmFreshness, renewal: "pdm lock" },
  { fileName: /^Pipfile\.lock$/, read: readPipfileLock, check: pipfileFreshness, renewal: "pipenv lock" },
  {
    fileName: /^pylock(?:\.[^.]+)?\.toml$/,
    read: readPylockLock,
    check: pylockFreshness,
    renewal: "npx projen lock",
    isWithoutTask: true,
  },
  {
    fileName: /\.(?:txt|in)$/,
    read: readRequirementsLock,
    check: requirementsFreshness,
    renewal: compileCommandOf,
    isWithoutTask: true,
  },
];

/**
 * Reads the lock file of a project; undefined where it has none.
 *
 * @throws where it is damaged
 */
export function readLock(facts: ProjectFacts, folder: ProjectFolder): ReadLock | UnreadLock | undefined {
  const path = lockPath(facts);
  if (path === undefined) return undefined;
  const text = folder.read(path);
  if (text === undefined) return folder.exists(path) ? { path, reason: notAFile(path), isEmpty: true } : undefined;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const format = formats.find(({ fileName }) => fileName.test(name));
  if (format === undefined) return undefined;
  const isLock = path === facts.lockFile?.value.path;
  if (isLock && text.trim() === "") {
    return { path, reason: `${path} is empty, so that it counts as none; make it again`, isEmpty: true };
  }
  const context: LockContext = { path, text, facts, folder };
  try {
    const { read, check, renewal, isWithoutTask } = format;
    const lock = read(context);
    if (lock === undefined) return undefined;
    const command = typeof renewal === "string" ? renewal : renewal(context);
    return { path, lock, freshness: check(context), renewal: command, isWithoutTask };
  } catch (error) {
    if (error instanceof UnknownFormat) return { path, reason: error.message, isEmpty: false };
    throw error;
  }
}

function notAFile(path: string): string {
  return `${path} is no file, so that it counts as none; remove it, and make the lock file again`;
}

/** The lock file, or the requirements file with pinned versions that is one. */
function lockPath({ lockFile, requirementsFiles }: ProjectFacts): string | undefined {
  const { exists = false, path }: Partial<LockFile> = lockFile?.value ?? {};
  if (exists) return path;
  return lockFile === undefined ? requirementsFiles[0]?.value : undefined;
}
