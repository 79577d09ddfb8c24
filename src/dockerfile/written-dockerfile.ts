import { readFileSync } from "node:fs";
import { Arg, From, type Instruction } from "dockerfile-ast";
import { Mistake } from "../values/mistake";
import { type ContextRead, contextReads } from "./context-reads";
import { neededStages } from "./parsed/needed-stages";
import { dockerfileNodes, type ParsedDockerfile, parseDockerfile } from "./parsed/parse-dockerfile";
import { type StageEnd, stageEnd } from "./parsed/stage-end";
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

  private parsed?: ParsedDockerfile;
  private readonly args: ReadonlySet<string>;
  private readonly shipped: ReadonlySet<string>;
  private readonly commandStages: ReadonlySet<string>;

  constructor(
    public readonly path: string,
    private readonly text: string,
    private readonly nodes = dockerfileNodes(text),
  ) {
    this.stages = nodes.flatMap((each) => (each instanceof From ? [each.getBuildStage() ?? undefined] : []));
    this.reads = readsOf(nodes);
    this.exposedPort = onlyPort(nodes);
    this.shipped = shippedStages(nodes);
    this.commandStages = withCommand(nodes);
    this.args = new Set(nodes.flatMap((each) => (each instanceof Arg ? (each.getProperty()?.getName() ?? []) : [])));
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
    return this.stages.length === 0 ? undefined : stageEnd(this.instructions, target, args);
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
    const { globals } = this.instructions;
    const instructions = [...globals, ...neededStages(this.instructions, target).flatMap((each) => each.instructions)];
    return instructions.some((each) => each.keyword === "ARG" && each.properties.some((arg) => arg.name === name));
  }

  private get instructions(): ParsedDockerfile {
    this.parsed ??= parseDockerfile(this.text, this.path, this.nodes);
    return this.parsed;
  }

  /** Whether a build can have the target; the engine compares names without case. */
  public hasStage(name: string): boolean {
    return this.stages.some((stage) => stage?.toLowerCase() === name.toLowerCase());
  }
}

function readsOf(instructions: readonly Instruction[]): ContextRead[] {
  let stage: string | undefined;
  return instructions.flatMap((each) => {
    if (each instanceof From) stage = each.getBuildStage() ?? undefined;
    return contextReads(each, stage);
  });
}

/** The names of the stages with a command, in lower case: a stage has that of the one before it from which it starts. */
function withCommand(instructions: readonly Instruction[]): ReadonlySet<string> {
  const found = new Set<string>();
  let stage = "";
  for (const each of instructions) {
    if (each instanceof From) {
      stage = each.getBuildStage()?.toLowerCase() ?? "";
      if (stage !== "" && found.has(each.getImage()?.toLowerCase() ?? "")) found.add(stage);
    } else if (stage !== "" && ["CMD", "ENTRYPOINT"].includes(each.getKeyword())) {
      found.add(stage);
    }
  }
  return found;
}

function onlyPort(instructions: readonly Instruction[]): number | undefined {
  const words = instructions
    .filter((each) => each.getKeyword() === "EXPOSE")
    .flatMap((each) => each.getArguments().map((word) => word.getValue()));
  const ports = new Set(words.flatMap((word) => /^(\d+)(?:\/tcp)?$/i.exec(word)?.[1] ?? []));
  const [port] = ports;
  return ports.size === 1 && Number(port) >= 1 && Number(port) <= 65_535 ? Number(port) : undefined;
}
