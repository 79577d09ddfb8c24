import { posix } from "node:path";
import type { WrittenInstruction } from "./parsed/read-instructions";

/** A file or folder of the build context that an instruction takes. */
export interface ContextRead {
  /** Its path in the context. */
  readonly path: string;
  /** Whether it may stand for several files, or for none. */
  readonly isPattern: boolean;
  /** The line in which the path stands, from 1. */
  readonly line: number;
  readonly keyword: string;
  /** The stage that it is in, where that has a name. */
  readonly stage?: string;
}

/** What can't be told: variables, quotes, folders at any depth, addresses, texts in place. */
const UNTOLD = /[$"'\\]|\*\*|^<<|^[a-z][a-z0-9+.-]*:\/\/|^git@/i;

/** What an instruction takes from the build context, where its words tell. */
export function contextReads({ keyword, sources }: WrittenInstruction, stage?: string): ContextRead[] {
  return sources
    .filter(({ source }) => !UNTOLD.test(source))
    .map(({ source, line }) => {
      const isPattern = keyword !== "RUN" && /[*?[]/.test(source);
      return { path: contextPath(source), isPattern, line, keyword, stage };
    });
}

/** Nothing leads out of the context: the engine takes `..` at its root for the root. */
export function contextPath(source: string): string {
  return posix.join("/", source).slice(1).replace(/\/$/, "") || ".";
}
