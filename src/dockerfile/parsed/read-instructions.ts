import {
  DockerfileParser,
  type JSONInstruction,
  type Instruction as Node,
  Onbuild,
  type PropertyInstruction,
} from "dockerfile-ast";
import { remembered } from "../../values/remembered";
import { contextSources, type WrittenSource } from "./context-sources";
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
  /** The words, or the sources of mounts, by which it takes files from the build context. */
  readonly sources: readonly WrittenSource[];
  /** Whether an empty line is among its lines. */
  readonly hasEmptyLine: boolean;
  /** What an ONBUILD has a later build run. */
  readonly trigger?: WrittenInstruction;
}

/** Texts in place, a byte order mark, another escape character: the parser has to find the ends of instructions by itself. */
const UNUSUAL = /<<|^\uFEFF|^\s*#\s*escape/im;

/** The instructions of a Dockerfile, in their order. */
export function readInstructions(text: string): WrittenInstruction[] {
  const lines = text.split("\n");
  const found: WrittenInstruction[] = [];
  if (UNUSUAL.test(text)) return instructionsIn(text).map((each) => placed(each, lines, 0));
  for (let first = 0; first < lines.length; first += 1) {
    if (/^\s*(?:#.*)?$/.test(lines[first])) continue;
    const last = openingEnd(lines, first);
    const own = instructionsIn(lines.slice(first, last + 1).join("\n"));
    for (const each of own) found.push(placed(each, lines, first));
    first = last;
  }
  return found;
}

/** The parser takes most of the time of reading, and most instructions stand in several projects, or twice in a file. */
const instructionsIn = remembered((text: string): WrittenInstruction[] => {
  const lines = text.split("\n");
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((node) => written(node, lines));
});

/** @param first how many lines stand before those in which it was found */
function placed(instruction: WrittenInstruction, lines: readonly string[], first: number): WrittenInstruction {
  const { trigger, sources } = instruction;
  const line = instruction.line + first;
  return {
    ...instruction,
    line,
    comment: /^\s*#\s*(.*)$/.exec(lines[line - 2] ?? "")?.[1],
    sources: sources.map((each) => ({ ...each, line: each.line + first })),
    trigger: trigger === undefined ? undefined : placed(trigger, lines, first),
  };
}

/** @param before how many keywords stand before its own */
function written(node: Node, lines: readonly string[], before = 0): WrittenInstruction {
  const keyword = node.getKeyword().toUpperCase();
  const range = node.getRange();
  const own = lines.slice(range.start.line, range.end.line + 1);
  // Asked for these, the parser reads all of the words again.
  const mayHave = (sign: string) => own.some((line) => line.includes(sign));
  const heredocs = "getHeredocs" in node && mayHave("<<") ? heredocsOf(node as never, lines) : [];
  const flags = "getFlags" in node && mayHave("--") ? (node as JSONInstruction).getFlags() : [];
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
    sources: contextSources(node),
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
