import { commentTexts } from "./comment-texts";
import {
  type Command,
  HEALTH_CHECK_TIMES,
  type Instruction,
  type InstructionOf,
  type PlacedFiles,
} from "./instruction";
import type { RunMount } from "./mount";
import { assignedWord, execWords, instructionWord, programWord, shellWord, wholeLine } from "./quote";
import { shellLines } from "./shell-lines";
import type { Word } from "./word";

const CONTINUED = " \\\n    ";
const LINE_WIDTH = 110;

/** The text of each kind of instruction: a new kind does not compile before it has one. */
const texts: { [K in Instruction["kind"]]: (instruction: InstructionOf<K>) => string } = {
  arg: ({ name, default: value }) => `ARG ${name}${value === undefined ? "" : `=${assignedWord(value)}`}`,
  env: ({ name, value }) => `ENV ${name}=${assignedWord(value)}`,
  label: ({ name, value }) => `LABEL ${name}=${assignedWord(value)}`,
  run: ({ command, mounts, network, security, devices }) => {
    const flags = [
      valueFlag("network", network),
      valueFlag("security", security),
      ...devices.map((each) => `--device=${each}`),
    ];
    const shown = mounts.map((mount) => mountFlag(mount) + CONTINUED).join("");
    return [...words("RUN", ...flags), `${shown}${commandText(command, mounts.flatMap(secretReader))}`].join(" ");
  },
  copy: (copy) => {
    const flags = words(
      "COPY",
      valueFlag("from", copy.source),
      ...fileFlags(copy),
      copy.parents ? "--parents" : undefined,
    );
    if (copy.text === undefined) return [...flags, pathList(copy)].join(" ");
    const { opening, lines } = heredoc("TEXT", copy.text);
    return [[...flags, opening, instructionWord(copy.destination)].join(" "), ...lines].join("\n");
  },
  add: (add) => {
    const flags = words(
      "ADD",
      wordFlag("checksum", add.checksum),
      add.keepGitDir ? "--keep-git-dir=true" : undefined,
      valueFlag("unpack", add.unpack),
      ...fileFlags(add),
    );
    return [...flags, pathList(add)].join(" ");
  },
  workdir: ({ path }) => `WORKDIR ${wholeLine(path)}`,
  user: ({ user }) => `USER ${wholeLine(user)}`,
  expose: ({ port }) => `EXPOSE ${port}`,
  healthcheck: (check) => {
    if (check.command === undefined) return "HEALTHCHECK NONE";
    const flags = HEALTH_CHECK_TIMES.flatMap((name) => {
      const value = check[name];
      if (value === undefined) return [];
      const flag = name.replace("Seconds", "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return [`--${flag}=${value}${name === "retries" ? "" : "s"}`];
    });
    return `HEALTHCHECK ${flags.map((flag) => `${flag} `).join("")}\\\n    CMD ${execText(check.command)}`;
  },
  stopsignal: ({ signal }) => `STOPSIGNAL ${signal}`,
  entrypoint: ({ command }) => `ENTRYPOINT ${execText(command)}`,
  cmd: ({ command }) => `CMD ${execText(command)}`,
  volume: ({ path }) => `VOLUME ${wordList([path])}`,
  shell: ({ words: given }) => `SHELL ${execWords(given)}`,
  onbuild: ({ instruction }) => `ONBUILD ${textOf(instruction)}`,
  raw: ({ text }) => text,
};

/** The text of one instruction, its comment above it. */
export function renderInstruction(instruction: Instruction): string {
  return [...commentLines(instruction), textOf(instruction)].join("\n");
}

const known = new WeakMap<Instruction, string>();

/** The same without its comment: found once, for who adds it, who writes it and who reads its lines. */
export function textOf(instruction: Instruction): string {
  const text = known.get(instruction) ?? (texts[instruction.kind] as (instruction: Instruction) => string)(instruction);
  known.set(instruction, text);
  return text;
}

/** Words and flags without those that are not set. */
function words(...given: (string | undefined)[]): string[] {
  return given.filter((word) => word !== undefined);
}

function valueFlag(name: string, value: string | boolean | undefined): string | undefined {
  return value === undefined ? undefined : `--${name}=${value}`;
}

function wordFlag(name: string, value: Word | undefined): string | undefined {
  return value === undefined ? undefined : `--${name}=${instructionWord(value)}`;
}

function fileFlags({ chown, chmod, link, exclude }: PlacedFiles): (string | undefined)[] {
  return [
    wordFlag("chown", chown),
    wordFlag("chmod", chmod),
    link ? "--link" : undefined,
    ...exclude.map((pattern) => wordFlag("exclude", pattern)),
  ];
}

function pathList({ paths, destination }: PlacedFiles): string {
  return wordList([...paths, destination]);
}

/** Words in a line, or in brackets where one of them holds white space or would be read as more than a word. */
function wordList(list: readonly Word[]): string {
  const given = list.map(instructionWord);
  const isMore = /^(?:--|\[)/.test(given[0]) || given.some((word) => /[\s\u0085]|^\d*<<|\\$/.test(word));
  return isMore ? JSON.stringify(given) : given.join(" ");
}

/** The opening of a text in place, and its lines with the end, which is none of them. */
function heredoc(name: string, text: string): { readonly opening: string; readonly lines: string[] } {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  // The parser looks for the end without the line breaks of Windows.
  const found = new Set(lines.map((line) => line.replace(/\r+$/, "")));
  let end = name;
  while (found.has(end)) end += "_";
  return { opening: `<<'${end}'`, lines: [...lines, end] };
}

/** BuildKit reads a comment that touches an ARG as its description, which starts with the argument's name. */
function commentLines(instruction: Instruction): string[] {
  if (instruction.comment === undefined) return [];
  const name = instruction.kind === "arg" ? `${instruction.name} ` : "";
  return commentTexts(instruction.comment).map((line, index) => `# ${index === 0 ? name : ""}${line}`);
}

function mountFlag(mount: RunMount): string {
  return `--mount=${mount._fields.map(([key, value]) => `${key}=${value}`).join(",")}`;
}

/** The line of shell that puts a secret into a variable, where it is there and says something. */
function secretReader({ _environment: environment }: RunMount): string[] {
  if (environment === undefined) return [];
  const file = shellWord(environment.file);
  return [`if [ -s ${file} ]; then ${environment.variable}=$(cat ${file}); export ${environment.variable}; fi`];
}

/** @param first shell that runs before the command, in the same process */
function commandText(command: Command, first: readonly string[] = []): string {
  const before = first.map((line) => `${line};${CONTINUED}`).join("");
  switch (command.form) {
    case "argv":
      return before + wrapped(command.words);
    case "sequence":
      return before + command.commands.map(wrapped).join(`${CONTINUED}&& `);
    case "shell":
      return before + shellLines(command.text).join(CONTINUED);
    case "heredoc": {
      const { script, interpreter } = command;
      const read = interpreter === undefined ? first.map((line) => `${line}\n`).join("") : "";
      const { opening, lines } = heredoc("SCRIPT", read + script.replace(/\n+$/, ""));
      return [`${interpreter === undefined ? "" : `${before}${interpreter} `}${opening}`, ...lines].join("\n");
    }
  }
}

function execText(command: Command): string {
  return command.form === "argv" ? execWords(command.words) : commandText(command);
}

/** Words on lines of a readable width; an option's value stays beside it. */
function wrapped(words: readonly Word[]): string {
  const lines: string[][] = [];
  for (const word of words.map((each, at) => (at === 0 ? programWord(each) : shellWord(each)))) {
    const line = lines.at(-1);
    const fits = line !== undefined && [...line, word].join(" ").length <= LINE_WIDTH;
    if (fits || line?.at(-1)?.startsWith("--")) line?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.join(" ")).join(`${CONTINUED}  `);
}
