import { readFileSync } from "node:fs";
import { Mistake } from "../values/mistake";
import { type ContextRead, contextReads } from "./context-reads";
import { neededStages } from "./parsed/needed-stages";
import {
  type ParsedDockerfile,
  parseStages,
  type WrittenInstruction,
  type WrittenStage,
} from "./parsed/parse-dockerfile";
import { type StageEnd, type StageEnds, stageEnds } from "./parsed/stage-end";
import { shippedStages } from "./shipped-stages";

/** A Dockerfile as it is written, by people or by a synth, as far as other files depend on it. */
export class WrittenDockerfile {
  /**
   * The one on disk.
   *
   * @param path as messages name it
   * @throws where it can't be read
   */
  public static read(absolutePath: string, path: string): WrittenDockerfile {
    try {
      return new WrittenDockerfile(path, readFileSync(absolutePath, "utf8"));
    } catch (error) {
      throw new Mistake({
        where: path,
        what: `it is left to people and can't be read (${(error as NodeJS.ErrnoException).code})`,
        fix: "write it, or take it out of handWrittenFiles",
      });
    }
  }

  /** The names of its stages; undefined for one without. */
  public readonly stages: readonly (string | undefined)[];
  /** What it takes from the build context, where its words tell. */
  public readonly reads: readonly ContextRead[];
  /** The TCP port that it exposes, where it is one in all. */
  public readonly exposedPort?: number;

  private readonly ends = new Map<string, StageEnds>();
  private readonly taken = new Map<string | undefined, ReadonlySet<string>>();
  private readonly args: ReadonlySet<string>;
  private readonly shipped: ReadonlySet<string>;
  private readonly commandStages: ReadonlySet<string>;

  constructor(
    public readonly path: string,
    text: string,
    private readonly parsed = parseStages(text),
  ) {
    const { globals, stages } = parsed;
    const instructions = stages.flatMap((each) => each.instructions);
    this.stages = stages.map(({ spelling }) => spelling);
    this.reads = stages.flatMap((stage) => stage.instructions.flatMap((each) => contextReads(each, stage.spelling)));
    this.exposedPort = onlyPort(instructions);
    this.shipped = shippedStages(stages);
    this.commandStages = withCommand(stages);
    this.args = new Set(argumentsIn([...globals, ...instructions]));
  }

  /** Whether a stage, or one that it starts from, says what a container runs. */
  public hasCommand(stage: string): boolean {
    return this.commandStages.has(stage.toLowerCase());
  }

  /** Whether its layers are in an image that something may run; that of a stage without a name may be one. */
  public isShipped(stage: string | undefined): boolean {
    return stage === undefined || this.shipped.has(stage.toLowerCase());
  }

  /**
   * What a stage is at its end; undefined where there is none of the name.
   *
   * @param target the stage, the last one where it is undefined
   * @param args values of build arguments
   */
  public stageEnd(target?: string, args?: ReadonlyMap<string, string>): StageEnd | undefined {
    if (this.stages.length === 0) return undefined;
    const { named, last } = this.stageEnds(args);
    return target === undefined ? last : named.get(target.toLowerCase());
  }

  private stageEnds(args: ReadonlyMap<string, string> = new Map()): StageEnds {
    const key = JSON.stringify([...args]);
    const there = this.ends.get(key) ?? stageEnds(this.parsed, args);
    this.ends.set(key, there);
    return there;
  }

  /** Whether a stage takes the argument. */
  public declaresArgument(name: string): boolean {
    return this.args.has(name);
  }

  /**
   * Whether the build of a stage takes the argument: there, or in a stage that it needs.
   *
   * @param target the stage, the last one where it is undefined
   */
  public takesArgument(name: string, target?: string): boolean {
    if (this.stages.length === 0) return false;
    const there = this.taken.get(target) ?? argumentsOf(this.parsed, target);
    this.taken.set(target, there);
    return there.has(name);
  }

  /** Whether a build can have the target; the engine compares names without case. */
  public hasStage(name: string): boolean {
    return this.stages.some((stage) => stage?.toLowerCase() === name.toLowerCase());
  }
}

/** The names of the arguments that the build of a stage takes. */
function argumentsOf(parsed: ParsedDockerfile, target: string | undefined): ReadonlySet<string> {
  return new Set(
    argumentsIn([...parsed.globals, ...neededStages(parsed, target).flatMap((each) => each.instructions)]),
  );
}

function argumentsIn(instructions: readonly WrittenInstruction[]): string[] {
  return instructions.flatMap(({ keyword, properties }) =>
    keyword === "ARG" ? properties.map(({ name }) => name) : [],
  );
}

/** The names of the stages with a command, in lower case: a stage has that of the one before it from which it starts. */
function withCommand(stages: readonly WrittenStage[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, base, instructions } of stages) {
    if (name === undefined) continue;
    const hasOwn = instructions.some(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
    if (hasOwn || found.has(base.toLowerCase())) found.add(name);
  }
  return found;
}

function onlyPort(instructions: readonly WrittenInstruction[]): number | undefined {
  const words = instructions.flatMap(({ keyword, text }) => (keyword === "EXPOSE" ? text.split(/\s+/) : []));
  const ports = new Set(words.flatMap((word) => /^(\d+)(?:\/tcp)?$/i.exec(word)?.[1] ?? []));
  const [port] = ports;
  return ports.size === 1 && Number(port) >= 1 && Number(port) <= 65_535 ? Number(port) : undefined;
}
