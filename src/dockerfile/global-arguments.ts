import { Mistake } from "../values/mistake";
import { DockerfileBlock } from "./block";
import type { Instruction } from "./instruction";

/** The ARGs before the first FROM. */
export class GlobalArguments extends DockerfileBlock {
  constructor(private readonly fileName: string) {
    super(fileName);
  }

  /** The ARGs in their order. @internal */
  public _arguments(): Instruction[] {
    return this._instructions().map((instruction) => {
      if (instruction.kind === "arg") return instruction;
      throw new Mistake({
        where: this.fileName,
        what: `${instruction.kind.toUpperCase()} stands before the first FROM`,
        allowed: "only ARG may stand there",
        fix: "add it to a stage",
      });
    });
  }
}
