import { type Command, HEALTH_CHECK_TIMES, type Instruction, type InstructionOf } from "./instruction";
import type { RunMount } from "./mount";
import { assignedWord, execWords, instructionWord, shellWord } from "./quote";
import type { Word } from "./word";

const CONTINUED = " \\\n    ";
const LINE_WIDTH = 110;

/** The text of each kind of instruction: a new kind does not compile before it has one. */
const texts: { [K in Instruction["kind"]]: (instruction: InstructionOf<K>) => string } = {
  arg: ({ name, default: value }) => `ARG ${name}${value === undefined ? "" : `=${assignedWord(value)}`}`,
  env: ({ name, value }) => `ENV ${name}=${assignedWord(value)}`,
  label: ({ name, value }) => `LABEL ${name}=${assignedWord(value)}`,
  run: ({ command, mounts }) => {
    const flags = mounts.map((mount) => mountFlag(mount) + CONTINUED).join("");
    return `RUN ${flags}${commandText(command, mounts.flatMap(secretReader))}`;
  },
  copy: (copy) => {
    const flags = [
      copy.source === undefined ? undefined : `--from=${copy.source}`,
      copy.chown === undefined ? undefined : `--chown=${instructionWord(copy.chown)}`,
      copy.chmod === undefined ? undefined : `--chmod=${copy.chmod}`,
      copy.link ? "--link" : undefined,
    ].filter((flag) => flag !== undefined);
    const words = [...copy.paths, copy.destination].map(instructionWord);
    const list = words.some((word) => /\s/.test(word)) ? JSON.stringify(words) : words.join(" ");
    return ["COPY", ...flags, list].join(" ");
  },
  workdir: ({ path }) => `WORKDIR ${instructionWord(path)}`,
  user: ({ user }) => `USER ${instructionWord(user)}`,
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
  raw: ({ text }) => text,
};

/** The text of one instruction, its comment above it. */
export function renderInstruction(instruction: Instruction): string {
  const text = (texts[instruction.kind] as (instruction: Instruction) => string)(instruction);
  return [...commentLines(instruction), text].join("\n");
}

/** BuildKit reads a comment that touches an ARG as its description, which starts with the argument's name. */
function commentLines(instruction: Instruction): string[] {
  if (instruction.comment === undefined) return [];
  const name = instruction.kind === "arg" ? `${instruction.name} ` : "";
  return instruction.comment.split("\n").map((line, index) => `# ${index === 0 ? name : ""}${line}`);
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
      const lines = [...(interpreter === undefined ? first : []), ...script.replace(/\n+$/, "").split("\n")];
      let end = "SCRIPT";
      while (lines.includes(end)) end += "_";
      const reader = interpreter === undefined ? "" : `${before}${interpreter} `;
      return [`${reader}<<'${end}'`, ...lines, end].join("\n");
    }
  }
}

/** Lines of shell text, also of text that was continued already; a comment would take the lines below with it. */
function shellLines(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim().replace(/\s*\\$/, ""));
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

function execText(command: Command): string {
  return command.form === "argv" ? execWords(command.words) : commandText(command);
}

/** Words on lines of a readable width; an option's value stays beside it. */
function wrapped(words: readonly Word[]): string {
  const lines: string[][] = [];
  for (const word of words.map(shellWord)) {
    const line = lines.at(-1);
    const fits = line !== undefined && [...line, word].join(" ").length <= LINE_WIDTH;
    if (fits || line?.at(-1)?.startsWith("--")) line?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.join(" ")).join(`${CONTINUED}  `);
}
