import type { PlacelessFinding } from "../../findings/finding";
import { expandText } from "../parsed/expand-text";
import { type ParsedDockerfile, parseDockerfile, type WrittenInstruction } from "../parsed/parse-dockerfile";

/** A stage of the text that rules look at. */
export interface RuledStage {
  /** As it is written; undefined where it has none. */
  readonly name?: string;
  readonly from: WrittenInstruction;
  /** What stands in FROM, the defaults of its arguments in it. */
  readonly image: string;
  /** The stage that it starts from. */
  readonly parent?: RuledStage;
  readonly instructions: readonly WrittenInstruction[];
  /** The same with what an ONBUILD has run in place of the ONBUILD. */
  readonly unfolded: readonly WrittenInstruction[];
  /** The names that its ARG and ENV declare. */
  readonly variables: readonly string[];
}

/** The text that rules look at. */
export interface RuledFile {
  readonly globals: readonly WrittenInstruction[];
  readonly stages: readonly RuledStage[];
  /** The names of what stages copy and mount from, in lower case. */
  readonly sources: ReadonlySet<string>;
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

/** What a rule has found in a stage. */
export interface StageFinding extends PlacelessFinding {
  /** The instruction in which it is, where it is in one. */
  readonly at?: WrittenInstruction;
  /** Whether it is above all stages. */
  readonly isGlobal?: boolean;
}

/** Looks at a stage. */
export type StageRule = (stage: RuledStage, file: RuledFile) => Iterable<StageFinding>;

/** Reads a Dockerfile as it is to be written. */
export function readRuledFile(text: string, path: string, parsed = parseDockerfile(text, path)): RuledFile {
  const defaults = globalDefaults(parsed);
  const stages: RuledStage[] = [];
  for (const { base, from, instructions } of parsed.stages) {
    const name = /^\S+\s+as\s+(\S+)/i.exec(from.text)?.[1];
    const image = expandText(base, defaults);
    const parent = stages.find((each) => each.name?.toLowerCase() === image.toLowerCase());
    stages.push({
      name,
      from,
      image,
      parent,
      instructions,
      unfolded: instructions.map((each) => each.trigger ?? each),
      variables: instructions.flatMap(variablesOf),
    });
  }
  const lines = text.split(/\r?\n/).map((each, at) => ({ line: at + 1, text: each.trim() }));
  const sources = new Set(stages.flatMap(({ unfolded }) => unfolded.flatMap(sourcesOf)));
  return { globals: parsed.globals, stages, sources, comments: lines.filter((each) => each.text.startsWith("#")) };
}

function globalDefaults({ globals }: ParsedDockerfile): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, value = "" } of globals.flatMap(({ properties }) => properties)) {
    values.set(name, expandText(value, values));
  }
  return values;
}

/** The names that an ARG or ENV declares. */
export function variablesOf({ keyword, properties }: WrittenInstruction): string[] {
  return keyword === "ARG" || keyword === "ENV" ? properties.map(({ name }) => name) : [];
}

/** The stage and those that it starts from, the farthest first. */
export function lineOf(stage: RuledStage): RuledStage[] {
  return [...(stage.parent === undefined ? [] : lineOf(stage.parent)), stage];
}

/** What the container of a stage would have of an instruction that replaces those before it. */
export function lastOf(stage: RuledStage, keyword: string): WrittenInstruction | undefined {
  return lineOf(stage)
    .flatMap(({ instructions }) => instructions)
    .filter((each) => each.keyword === keyword)
    .at(-1);
}

/** Whether what a layer keeps goes on into an image: a stage of which others copy, and no other starts, ships nothing. */
export function isKept(stage: RuledStage, file: RuledFile): boolean {
  if (stage === file.stages.at(-1)) return true;
  const children = file.stages.filter(({ parent }) => parent === stage);
  if (children.some((each) => isKept(each, file))) return true;
  return children.length === 0 && !file.sources.has((stage.name ?? "").toLowerCase());
}

function sourcesOf({ flags }: WrittenInstruction): string[] {
  return flags.flatMap(({ name, value }) => {
    const lower = value.toLowerCase();
    if (name === "from") return [lower];
    if (name !== "mount") return [];
    return lower.split(",").flatMap((part) => (part.startsWith("from=") ? [part.slice(5)] : []));
  });
}
