import { DockerfileParser, type Instruction } from "dockerfile-ast";

/** An instruction as a parser of Dockerfiles reads it. */
export interface ParsedInstruction {
  readonly keyword: string;
  /** All that follows the keyword, continuation lines joined, as it is written. */
  readonly arguments: string;
}

/** A stage as a parser of Dockerfiles reads it. */
export interface ParsedStage {
  readonly name: string | undefined;
  readonly base: string;
  readonly instructions: ParsedInstruction[];
}

/** The stages of a Dockerfile, each with the instructions below its FROM. */
export function parsedStages(text: string): ParsedStage[] {
  const stages: ParsedStage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === "FROM") {
      const words = instruction.getArguments().map((argument) => argument.getValue());
      const images = words.filter((word) => !word.startsWith("--"));
      stages.push({ base: images[0], name: images[2], instructions: [] });
    } else stages.at(-1)?.instructions.push(parsed(instruction));
  }
  return stages;
}

/** The stage of that name. */
export function parsedStage(text: string, name: string): ParsedStage {
  const stage = parsedStages(text).find((each) => each.name === name);
  if (stage === undefined) throw new Error(`no stage ${name}`);
  return stage;
}

/** What follows the keyword in each of the stage's instructions of that kind. */
export function argumentsOf(stage: ParsedStage, keyword: string): string[] {
  return stage.instructions.filter((each) => each.keyword === keyword).map((each) => each.arguments);
}

/** The ARGs before the first FROM. */
export function globalArguments(text: string): string[] {
  const instructions = DockerfileParser.parse(text).getInstructions();
  const first = instructions.findIndex((instruction) => instruction.getKeyword() === "FROM");
  return instructions.slice(0, first).map((instruction) => parsed(instruction).arguments);
}

/** The parser directives of a Dockerfile by name. */
export function directives(text: string): Record<string, string> {
  return Object.fromEntries(
    DockerfileParser.parse(text)
      .getDirectives()
      .map((directive) => [directive.getName(), directive.getValue()]),
  );
}

function parsed(instruction: Instruction): ParsedInstruction {
  const keyword = instruction.getKeyword();
  return { keyword, arguments: instruction.getTextContent().slice(keyword.length).trim() };
}
