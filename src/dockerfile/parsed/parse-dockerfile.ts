import {
  DockerfileParser,
  type JSONInstruction,
  type Instruction as Node,
  Onbuild,
  type PropertyInstruction,
} from "dockerfile-ast";
import { withUnixLines } from "../../files/checksum";
import { Mistake } from "../../values/mistake";
import { execForm } from "./exec-form";

/** An instruction as it is written. */
export interface WrittenInstruction {
  /** In upper case. */
  readonly keyword: string;
  /** The keyword as it is written. */
  readonly spelling: string;
  readonly line: number;
  /** What stands after the keyword and the flags, in one line, without comments. */
  readonly text: string;
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** The words of the form in brackets; undefined where it has none, or one that is not valid. */
  readonly words?: readonly string[];
  /** Names and values of ENV, LABEL and ARG. */
  readonly properties: readonly { readonly name: string; readonly value?: string }[];
  /** The texts of its heredocs. */
  readonly heredocs: readonly string[];
  /** What stands in the comment right above it, of several lines the last one. */
  readonly comment?: string;
  /** Whether an empty line is among its lines. */
  readonly hasEmptyLine: boolean;
  /** What an ONBUILD has a later build run. */
  readonly trigger?: WrittenInstruction;
}

/** A stage as it is written. */
export interface WrittenStage {
  readonly name?: string;
  /** What stands in FROM. */
  readonly base: string;
  readonly line: number;
  readonly from: WrittenInstruction;
  readonly instructions: readonly WrittenInstruction[];
}

/** A Dockerfile, parsed. */
export interface ParsedDockerfile {
  /** The arguments before the first FROM. */
  readonly globals: readonly WrittenInstruction[];
  readonly stages: readonly WrittenStage[];
}

/** The instructions as the parser has them, which takes most of the time: one for all who read the same text. */
export function dockerfileNodes(text: string): readonly Node[] {
  return DockerfileParser.parse(withUnixLines(text)).getInstructions();
}

/**
 * Parses a Dockerfile.
 *
 * @param path as messages name it
 * @param nodes of the same text, where they are there already
 * @throws where there is no stage in it
 */
export function parseDockerfile(text: string, path: string, nodes = dockerfileNodes(text)): ParsedDockerfile {
  const lines = withUnixLines(text).split("\n");
  const globals: WrittenInstruction[] = [];
  const stages: (WrittenStage & { readonly instructions: WrittenInstruction[] })[] = [];
  for (const node of nodes) {
    const instruction = written(node, lines);
    if (instruction.keyword === "FROM") {
      const [base = "", as, name] = instruction.text.split(/\s+/);
      stages.push({
        base,
        name: as?.toLowerCase() === "as" ? name?.toLowerCase() : undefined,
        line: instruction.line,
        from: instruction,
        instructions: [],
      });
    } else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (instruction.keyword === "ARG") globals.push(instruction);
  }
  if (stages.length > 0) return { globals, stages };
  throw new Mistake({
    where: path,
    what: "there is no FROM in it, so that it is no Dockerfile",
    fix: "name another file with --dockerfile",
  });
}

/** @param before how many keywords stand before its own */
function written(node: Node, lines: readonly string[], before = 0): WrittenInstruction {
  const keyword = node.getKeyword().toUpperCase();
  const range = node.getRange();
  const heredocs = "getHeredocs" in node ? heredocsOf(node as never, lines) : [];
  const flags = "getFlags" in node ? (node as JSONInstruction).getFlags() : [];
  const last = heredocs.length > 0 ? openingEnd(lines, range.start.line) : range.end.line;
  const whole = folded(lines, range.start.line, last).replace(/^\S+\s+/, (first) => (before > 0 ? "" : first));
  const text = withoutFlags(whole);
  const trigger = node instanceof Onbuild ? node.getTriggerInstruction() : null;
  return {
    keyword,
    spelling: node.getInstruction(),
    line: range.start.line + 1,
    text,
    flags: flags.map((flag) => ({ name: flag.getName().toLowerCase(), value: flag.getValue() ?? "" })),
    words: execForm(text),
    properties: "getProperties" in node ? propertiesOf(node as PropertyInstruction) : [],
    heredocs,
    comment: /^\s*#\s*(.*)$/.exec(lines[range.start.line - 1] ?? "")?.[1],
    hasEmptyLine: lines.slice(range.start.line + 1, last).some((line) => line.trim() === ""),
    trigger: trigger === null ? undefined : written(trigger, lines, before + 1),
  };
}

/** The last line of an instruction before the texts of its heredocs: the first one that is not continued. */
function openingEnd(lines: readonly string[], first: number): number {
  let last = first;
  while (/\\\s*$|^\s*(?:#.*)?$/.test(lines[last] ?? "x") && last < lines.length - 1) last += 1;
  return last;
}

/** The lines as one: continued ones joined, and comments between them left out. */
function folded(lines: readonly string[], first: number, last: number): string {
  const inside = lines.slice(first, last + 1).filter((line, at) => at === 0 || !/^\s*#/.test(line));
  const joined = inside.map((line) => line.replace(/[\\`]\s*$/, " ")).join("\n");
  return joined.replaceAll(/[ \t]*\n[ \t]*/g, " ").trim();
}

function withoutFlags(text: string): string {
  return text.replace(/^\S+\s*/, "").replace(/^(?:--[a-z][a-z-]*(?:=(?:"[^"]*"|[^\s"])*"?)?\s+)*/i, "");
}

function propertiesOf(node: PropertyInstruction): WrittenInstruction["properties"] {
  return node.getProperties().map((each) => ({ name: each.getName(), value: each.getValue() ?? undefined }));
}

type Heredoc = { getContentRange(): { start: { line: number }; end: { line: number; character: number } } | null };

function heredocsOf(node: { getHeredocs(): Heredoc[] }, lines: readonly string[]): string[] {
  return node.getHeredocs().map((each) => {
    const range = each.getContentRange();
    if (range === null) return "";
    const end = range.end.character === 0 ? range.end.line : range.end.line + 1;
    return lines.slice(range.start.line, end).join("\n");
  });
}
