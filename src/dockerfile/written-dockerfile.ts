import { readFileSync } from "node:fs";
import { Arg, DockerfileParser, From, type Instruction } from "dockerfile-ast";
import { Mistake } from "../values/mistake";
import { type ContextRead, contextReads } from "./context-reads";

/** A Dockerfile that people write, as far as other files depend on it. */
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

  private readonly args: ReadonlySet<string>;
  private readonly commandStages: ReadonlySet<string>;

  constructor(
    public readonly path: string,
    text: string,
  ) {
    const instructions = DockerfileParser.parse(text).getInstructions();
    this.stages = instructions.flatMap((each) => (each instanceof From ? [each.getBuildStage() ?? undefined] : []));
    this.reads = instructions.flatMap(contextReads);
    this.exposedPort = onlyPort(instructions);
    this.commandStages = withCommand(instructions);
    this.args = new Set(
      instructions.flatMap((each) => (each instanceof Arg ? (each.getProperty()?.getName() ?? []) : [])),
    );
  }

  /** Whether a stage, or one that it starts from, says what a container runs. */
  public hasCommand(stage: string): boolean {
    return this.commandStages.has(stage.toLowerCase());
  }

  /** Whether a build takes the argument. */
  public declaresArgument(name: string): boolean {
    return this.args.has(name);
  }

  /** Whether a build can have the target; the engine compares names without case. */
  public hasStage(name: string): boolean {
    return this.stages.some((stage) => stage?.toLowerCase() === name.toLowerCase());
  }
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
