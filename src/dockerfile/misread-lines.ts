import type { Instruction } from "./instruction";
import type { StageModel } from "./model";
import { textOf } from "./render-instruction";

/** What a reader takes for an instruction that goes by the start of each line, as the Dev Containers CLI does. */
const INSTRUCTION = /^\s*(?:FROM|(?:ARG|ENV|USER)\s+[^\s=])/i;

/**
 * The lines inside instructions that such a reader takes for instructions of their own, in a stage and those from which it
 * starts: lines of scripts and texts, and continued ones.
 *
 * @param target the stage, the last one where it is undefined
 */
export function misreadLines(stages: readonly StageModel[], target?: string): string[] {
  const byName = new Map<string | undefined, StageModel>(stages.map((stage) => [stage.name, stage]));
  const found: string[] = [];
  let stage = target === undefined ? stages.at(-1) : byName.get(target);
  while (stage !== undefined) {
    const instructions = stage.sections.flatMap((section) => section.instructions);
    found.push(...instructions.flatMap(laterLines).filter((line) => INSTRUCTION.test(line)));
    stage = stage.parent === undefined ? undefined : byName.get(stage.parent);
  }
  return found.map((line) => line.trim());
}

/** The lines below the first; raw text may be several instructions. */
function laterLines(instruction: Instruction): string[] {
  return instruction.kind === "raw" ? [] : textOf(instruction).split("\n").slice(1);
}
