import { Mistake, shortened } from "../values/mistake";
import { type Instruction, instructionKey } from "./instruction";
import { InstructionRules } from "./instruction-rules";
import { renderInstruction } from "./render-instruction";

/** The list whose late instructions are being computed, and what they are so far. */
let computing: { readonly list: InstructionList; readonly instructions: Instruction[] } | undefined;

/** The instructions of a block in their order: what users added, and what is computed when the file is rendered. */
export class InstructionList {
  /** What the user set, by its key; the lists of one stage share it. */
  public userKeys: Map<string, string> = new Map();

  private readonly entries: (Instruction | { readonly late: () => Instruction[] })[] = [];

  /** @param where the place that messages name */
  constructor(private readonly where: string) {}

  /** Adds an instruction of the user's, or of the defaults that are being computed. */
  public add(instruction: Instruction): void {
    new InstructionRules(this.where).lineLength(renderInstruction(instruction));
    if (computing !== undefined) {
      if (computing.list !== this) throw this.writtenByOthers();
      computing.instructions.push(instruction);
      return;
    }
    const key = instructionKey(instruction);
    if (key !== undefined) {
      const text = renderInstruction(instruction);
      const before = this.userKeys.get(key);
      if (before === text) return;
      if (before !== undefined) {
        throw new Mistake({
          where: this.where,
          what: `${key.replace(/^\w+/, (kind) => kind.toUpperCase())} is there already as ${oneLine(before)}, and now comes ${oneLine(text)}`,
          allowed: "it stands once in a stage",
          fix: "keep one of the two",
        });
      }
      this.userKeys.set(key, text);
    }
    this.entries.push(instruction);
  }

  /** Adds what is asked for at every rendering; a user's instruction of the same key replaces it. */
  public addLate(late: () => Instruction[]): void {
    if (computing !== undefined) throw this.writtenByOthers();
    this.entries.push({ late });
  }

  /** What is added to this list while `apply` runs. */
  public added(apply: () => void): Instruction[] {
    const instructions: Instruction[] = [];
    computing = { list: this, instructions };
    try {
      apply();
    } finally {
      computing = undefined;
    }
    return instructions;
  }

  /** All in their order, the late ones asked for now and without those that the user replaced. */
  public instructions(): Instruction[] {
    return this.entries.flatMap((entry) =>
      "late" in entry
        ? entry.late().filter((instruction) => !this.userKeys.has(instructionKey(instruction) ?? ""))
        : [entry],
    );
  }

  /** What another block's defaults added here would be added again at every rendering. */
  private writtenByOthers(): Mistake {
    return new Mistake({
      where: this.where,
      what: "defaults of another block add to it, or register further defaults",
      allowed: "defaults add instructions to the block that applyDefaults is given",
      fix: "register defaults at this block, outside of applyDefaults",
    });
  }
}

function oneLine(text: string): string {
  return shortened(text.replaceAll("\n", "\\n"));
}
