import type { WrittenInstruction } from "../parsed/parse-dockerfile";
import { type StartedProgram, startedPrograms } from "../parsed/programs";

const known = new WeakMap<WrittenInstruction, readonly StartedProgram[]>();

/** What RUN starts; several rules ask for it. */
export function programsOfRun(instruction: WrittenInstruction): readonly StartedProgram[] {
  if (instruction.keyword !== "RUN") return [];
  const programs = known.get(instruction) ?? startedPrograms(instruction);
  known.set(instruction, programs);
  return programs;
}

/** A program, and the RUN that starts it. */
type PlacedProgram = StartedProgram & { readonly at: WrittenInstruction };

const knownIn = new WeakMap<readonly WrittenInstruction[], readonly PlacedProgram[]>();

/** What each RUN among them starts, and where. */
export function startedIn(instructions: readonly WrittenInstruction[]): readonly PlacedProgram[] {
  const programs =
    knownIn.get(instructions) ?? instructions.flatMap((at) => programsOfRun(at).map((program) => ({ ...program, at })));
  knownIn.set(instructions, programs);
  return programs;
}

/** Whether one of these folders is a cache of the build. */
export function hasCache({ flags }: WrittenInstruction, ...folders: readonly string[]): boolean {
  const mounts = flags.filter(({ name, value }) => name === "mount" && /(?:^|,)type=(?:cache|tmpfs)/.test(value));
  const targets = mounts.flatMap(({ value }) => /(?:^|,)(?:target|dst|destination)=([^,]+)/.exec(value)?.[1] ?? []);
  return targets.some((target) => folders.some((folder) => `${folder}/`.startsWith(`${target.replace(/\/$/, "")}/`)));
}
