import type { ComparedFile, Comparison } from "../compare/comparison";
import type { Difference, Way } from "../compare/difference";
import { optionText, statement } from "../compare/projenrc-text";
import { maskCredentials } from "../values/mask-credentials";
import { visibleText } from "../values/visible-text";
import { wrapped } from "./wrap-text";

const LINE = 100;
const MOST = 240;

/** The groups in which differences are told, in their order. */
const groups: readonly (readonly [Way["kind"], string])[] = [
  ["carry", "Carried over by"],
  ["none", "Left to you"],
  ["nothing", "Nothing to carry over"],
];

/** A comparison for people: by file, and in it by what becomes of each difference. */
export function compareTable(comparison: Comparison): string {
  const parts = [...comparison.files.map(fileLines), summary(comparison)].filter((lines) => lines.length > 0);
  const text = `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
  const masked = maskCredentials(text);
  const note = !masked.includes("***") ? "" : "*** stands for credentials of your files: give them by variables.\n";
  return visibleText(masked + note);
}

function fileLines(file: ComparedFile): string[] {
  const { path, state, problem, differences } = file;
  const head = [path, "=".repeat(path.length), ...wrapped(state, LINE)];
  if (problem !== undefined) return [...head, "", ...wrapped(problem, LINE)];
  if (differences.length === 0) return [...head, "", "No difference in substance."];
  return [
    ...head,
    ...groups.flatMap(([kind, title]) => {
      const found = differences.filter(({ way }) => way.kind === kind);
      if (found.length === 0) return [];
      const told = found.map((each) => (kind === "carry" ? carryLines(each) : plainLines(each)));
      return ["", title, "-".repeat(title.length), ...told.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]))];
    }),
  ];
}

function carryLines(difference: Difference): string[] {
  const { way } = difference;
  if (way.kind !== "carry") return [];
  const options = Object.entries(way.options ?? {}).map(([name, value]) => optionText(name, value, LINE - 6));
  const code = [...options, ...(way.calls ?? []).map((call) => statement(call, LINE - 6))];
  const note = way.note === undefined ? [] : wrapped(`(${way.note})`, LINE - 4).map((line) => `    ${line}`);
  return [
    ...headLines(difference),
    ...code.flatMap((text) => text.split("\n")).map((line) => `      ${line}`),
    ...note,
  ];
}

function plainLines(difference: Difference): string[] {
  const why = "why" in difference.way ? difference.way.why : "";
  return [...headLines(difference), ...wrapped(why, LINE - 4).map((line) => `    ${line}`)];
}

/** The topic with its line, and both values: in one line where they are short. */
function headLines({ topic, line, yours, generated }: Difference): string[] {
  const name = short(topic);
  const place = line === undefined ? "" : `line ${line}`;
  const values = [valueText("yours", yours), valueText("generated", generated)];
  const inOne = values.join("   ");
  const told = inOne.length <= LINE - 4 ? [inOne] : values.flatMap((value) => wrapped(value, LINE - 4));
  return [`  ${name.padEnd(LINE - 2 - place.length - 2)}  ${place}`.trimEnd(), ...told.map((each) => `    ${each}`)];
}

function valueText(whose: string, value: string | undefined): string {
  const text = (value ?? "").replaceAll(/\s+/g, " ");
  return `${whose}: ${text === "" ? "-" : text.length > MOST ? `${text.slice(0, MOST)} …` : text}`;
}

/** What a step does stands among the values. */
function short(topic: string): string {
  const line = topic.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 58)} …` : line;
}

function summary({ files }: Comparison): string[] {
  const all = files.flatMap(({ differences }) => differences);
  if (all.length === 0) return [];
  const count = (kind: Way["kind"]) => all.filter(({ way }) => way.kind === kind).length;
  const text = `${all.length === 1 ? "One difference" : `${all.length} differences`}: ${count("carry")} carried over by options and methods, ${count("none")} left to you, ${count("nothing")} with nothing to carry over.`;
  return count("carry") === 0
    ? wrapped(text, LINE)
    : wrapped(`${text} All that carries over as one file: python-container compare --projenrc`, LINE);
}
