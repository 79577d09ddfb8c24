import type { Instruction } from "./instruction";
import type { StageModel } from "./model";

/** The stages without those that are left out because no other stage needs them. */
export function usedStages(stages: readonly StageModel[]): StageModel[] {
  const needed = new Set<string>();
  // A stage can only need an earlier one, so that one pass from the end sees every need before its stage.
  const kept = [...stages].reverse().filter((stage) => {
    if (stage.omitIfUnused && !needed.has(stage.name)) return false;
    for (const name of neededStages(stage)) needed.add(name);
    return true;
  });
  return kept.reverse();
}

/** The names of the stages that no other stage needs. */
export function lastStages(stages: readonly StageModel[]): string[] {
  const needed = new Set(stages.flatMap(neededStages));
  return stages.map(({ name }) => name).filter((name) => !needed.has(name));
}

/** The names of what a stage starts, copies and mounts from: stages, and images of COPY. */
export function neededStages(stage: StageModel): string[] {
  const instructions = stage.sections.flatMap((section) => section.instructions);
  return [...(stage.parent === undefined ? [] : [stage.parent]), ...instructions.flatMap(neededByInstruction)];
}

function neededByInstruction(instruction: Instruction): string[] {
  if (instruction.kind === "copy") return instruction.source === undefined ? [] : [instruction.source];
  if (instruction.kind !== "run") return [];
  return instruction.mounts.flatMap((mount) =>
    mount._fields.flatMap(([key, value]) => (key === "from" ? [value] : [])),
  );
}
