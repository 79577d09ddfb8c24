import type { PlacelessFinding } from "../../findings/finding";
import { expandText } from "../parsed/expand-text";
import {
  dockerfileNodes,
  type ParsedDockerfile,
  parseDockerfile,
  type WrittenInstruction,
} from "../parsed/parse-dockerfile";

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
}

/** The text that rules look at. */
export interface RuledFile {
  readonly globals: readonly WrittenInstruction[];
  readonly stages: readonly RuledStage[];
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
export function readRuledFile(text: string, path: string, nodes = dockerfileNodes(text)): RuledFile {
  const parsed = parseDockerfile(text, path, nodes);
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
      unfolded: instructions.map(({ trigger, ...each }) => trigger ?? each),
    });
  }
  const lines = text.split(/\r?\n/).map((each, at) => ({ line: at + 1, text: each.trim() }));
  return { globals: parsed.globals, stages, comments: lines.filter((each) => each.text.startsWith("#")) };
}

function globalDefaults({ globals }: ParsedDockerfile): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, value = "" } of globals.flatMap(({ properties }) => properties)) {
    values.set(name, expandText(value, values));
  }
  return values;
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
  const children = file.stages.filter(({ parent }) => parent === stage);
  if (stage === file.stages.at(-1) || children.some((each) => isKept(each, file))) return true;
  return children.length === 0 && !file.stages.some(({ unfolded }) => unfolded.some((each) => takesFrom(each, stage)));
}

function takesFrom({ flags }: WrittenInstruction, { name = "" }: RuledStage): boolean {
  const isName = (text: string) => text.toLowerCase() === name.toLowerCase();
  return flags.some((flag) => {
    if (flag.name === "from") return isName(flag.value);
    return (
      flag.name === "mount" && flag.value.split(",").some((part) => part.startsWith("from=") && isName(part.slice(5)))
    );
  });
}
