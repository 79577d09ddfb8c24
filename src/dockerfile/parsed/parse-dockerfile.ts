import { withUnixLines } from "../../files/checksum";
import { Mistake } from "../../values/mistake";
import { readInstructions, type WrittenInstruction } from "./read-instructions";

export type { WrittenInstruction };

/** A stage as it is written. */
export interface WrittenStage {
  /** In lower case. */
  readonly name?: string;
  /** The name as it is written. */
  readonly spelling?: string;
  /** What stands in FROM. */
  readonly base: string;
  readonly line: number;
  readonly from: WrittenInstruction;
  readonly instructions: readonly WrittenInstruction[];
}

/** A Dockerfile, parsed. */
export interface ParsedDockerfile {
  /** The arguments before the first FROM. */
  readonly globals: readonly WrittenInstruction[];
  readonly stages: readonly WrittenStage[];
}

/**
 * Parses a Dockerfile.
 *
 * @param path as messages name it
 * @throws where there is no stage in it
 */
export function parseDockerfile(text: string, path: string): ParsedDockerfile {
  const parsed = parseStages(text);
  if (parsed.stages.length > 0) return parsed;
  throw new Mistake({
    where: path,
    what: "there is no FROM in it, so that it is no Dockerfile",
    fix: "name another file with --dockerfile",
  });
}

/** Parses a text that need not have a stage. */
export function parseStages(text: string): ParsedDockerfile {
  const globals: WrittenInstruction[] = [];
  const stages: (WrittenStage & { readonly instructions: WrittenInstruction[] })[] = [];
  for (const instruction of readInstructions(withUnixLines(text))) {
    if (instruction.keyword === "FROM") {
      const [base = "", as, name] = instruction.text.split(/\s+/);
      const spelling = as?.toLowerCase() === "as" ? name : undefined;
      stages.push({
        base,
        spelling,
        name: spelling?.toLowerCase(),
        line: instruction.line,
        from: instruction,
        instructions: [],
      });
    } else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (instruction.keyword === "ARG") globals.push(instruction);
  }
  return { globals, stages };
}
