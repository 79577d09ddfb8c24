import { posix } from "node:path";
import { Add, Copy, type Instruction, type ModifiableInstruction, Run } from "dockerfile-ast";

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

/** What an instruction takes from the build context, where its words tell; the build that runs an ONBUILD has another one. */
export function contextReads(instruction: Instruction, stage?: string): ContextRead[] {
  const keyword = instruction.getKeyword();
  return sourcesOf(instruction)
    .filter(({ source }) => !UNTOLD.test(source))
    .map(({ source, line }) => {
      const isPattern = !(instruction instanceof Run) && /[*?[]/.test(source);
      return { path: contextPath(source), isPattern, line: line + 1, keyword, stage };
    });
}

interface Source {
  readonly source: string;
  readonly line: number;
}

function sourcesOf(instruction: Instruction): Source[] {
  if (instruction instanceof Run) return mountsOf(instruction);
  if (!(instruction instanceof Copy || instruction instanceof Add)) return [];
  if (instruction.getFlags().some((flag) => flag.getName() === "from")) return [];
  const words = jsonWords(instruction) ?? plainWords(instruction);
  // A text in place has its lines among the words.
  return words.some(({ source }) => source.startsWith("<<")) ? [] : words.slice(0, -1);
}

function plainWords(instruction: ModifiableInstruction): Source[] {
  return instruction.getArguments().map((word) => ({ source: word.getValue(), line: word.getRange().start.line }));
}

function jsonWords(instruction: ModifiableInstruction): Source[] | undefined {
  const [json] = /\[.*\]\s*$/s.exec(instruction.getArgumentsContent() ?? "") ?? [];
  try {
    const words: unknown = JSON.parse(json ?? "");
    const { line } = instruction.getRange().start;
    return Array.isArray(words) ? words.map((source) => ({ source: `${source}`, line })) : undefined;
  } catch {
    return undefined;
  }
}

/** The bind mounts of a RUN; one without a source shows the whole context. */
function mountsOf(run: Run): Source[] {
  const mounts = run.getFlags().filter((flag) => flag.getName() === "mount");
  return mounts.flatMap((flag) => {
    const options = new Map((flag.getValue() ?? "").split(",").map((option) => pair(option)));
    const source = options.get("source") ?? options.get("src");
    const isOfContext = (options.get("type") ?? "bind") === "bind" && !options.has("from");
    return isOfContext && source !== undefined ? [{ source, line: flag.getRange().start.line }] : [];
  });
}

function pair(option: string): [string, string] {
  const at = option.indexOf("=");
  return at === -1 ? [option, ""] : [option.slice(0, at), option.slice(at + 1)];
}

/** Nothing leads out of the context: the engine takes `..` at its root for the root. */
export function contextPath(source: string): string {
  return posix.join("/", source).slice(1).replace(/\/$/, "") || ".";
}
