import { Add, Copy, type Instruction, type ModifiableInstruction, Run } from "dockerfile-ast";

/** What an instruction takes, as it is written. */
export interface WrittenSource {
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

/** What an instruction takes from the build context; the build that runs an ONBUILD has another one. */
export function contextSources(instruction: Instruction): WrittenSource[] {
  if (instruction instanceof Run) return mountsOf(instruction);
  if (!(instruction instanceof Copy || instruction instanceof Add)) return [];
  if (instruction.getFlags().some((flag) => flag.getName() === "from")) return [];
  const words = jsonWords(instruction) ?? plainWords(instruction);
  // A text in place has its lines among the words.
  return words.some(({ source }) => source.startsWith("<<")) ? [] : words.slice(0, -1);
}

function plainWords(instruction: ModifiableInstruction): WrittenSource[] {
  return instruction.getArguments().map((word) => ({ source: word.getValue(), line: word.getRange().start.line + 1 }));
}

function jsonWords(instruction: ModifiableInstruction): WrittenSource[] | undefined {
  const [json] = /\[.*\]\s*$/s.exec(instruction.getArgumentsContent() ?? "") ?? [];
  if (json === undefined) return undefined;
  try {
    const words: unknown = JSON.parse(json);
    const line = instruction.getRange().start.line + 1;
    return Array.isArray(words) ? words.map((source) => ({ source: `${source}`, line })) : undefined;
  } catch {
    return undefined;
  }
}

/** The bind mounts of a RUN; one without a source shows the whole context. */
function mountsOf(run: Run): WrittenSource[] {
  // Asked for flags, the parser reads all of the words again.
  if (!run.getTextContent().includes("--mount")) return [];
  const mounts = run.getFlags().filter((flag) => flag.getName() === "mount");
  return mounts.flatMap((flag) => {
    const options = new Map((flag.getValue() ?? "").split(",").map((option) => pair(option)));
    const source = options.get("source") ?? options.get("src");
    const isOfContext = (options.get("type") ?? "bind") === "bind" && !options.has("from");
    return isOfContext && source !== undefined ? [{ source, line: flag.getRange().start.line + 1 }] : [];
  });
}

function pair(option: string): [string, string] {
  const at = option.indexOf("=");
  return at === -1 ? [option, ""] : [option.slice(0, at), option.slice(at + 1)];
}
