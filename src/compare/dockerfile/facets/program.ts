import { posix } from "node:path";
import { simpleWords } from "../../../dockerfile/parsed/shell-commands";
import type { Difference, Stated } from "../../difference";
import type { Image, Program } from "../image";
import type { ImagePair } from "../image-pair";
import { appSection } from "../word-expression";
import { compareHealth } from "./health";

/** What the container runs, and how its health is found out. */
export function compareProgram(pair: ImagePair): Difference[] {
  return [...compareEntrypoint(pair), ...compareCommand(pair), ...compareHealth(pair)];
}

function compareEntrypoint({ yours, generated, here }: ImagePair): Difference[] {
  const { entrypoint } = yours;
  if (entrypoint === undefined) return [];
  const words = placedWords(entrypoint.value, yours).map(here);
  const there = generated.entrypoint === undefined ? [] : placedWords(generated.entrypoint.value, generated);
  if (words.length === 0 || sameWords(words, there)) return [];
  const shown = {
    topic: "entry point",
    line: entrypoint.line,
    yours: told(entrypoint),
    generated: told(generated.entrypoint),
  };
  return [{ ...shown, way: { kind: "carry", calls: [appSection("runtime").calling("addEntrypoint", words)] } }];
}

function compareCommand({ yours, generated, here }: ImagePair): Difference[] {
  const mine = yours.command === undefined ? [] : placedWords(yours.command.value, yours).map(here);
  const other = generated.command === undefined ? [] : placedWords(generated.command.value, generated);
  if (sameWords(mine, other)) return [];
  const shown = {
    topic: "command",
    line: yours.command?.line,
    yours: told(yours.command),
    generated: told(generated.command),
  };
  if (mine.length > 0) return [{ ...shown, way: { kind: "carry", options: { command: mine } } }];
  const why =
    yours.entrypoint === undefined
      ? "yours leaves it to the base image or to whoever starts it"
      : "the entry point of yours takes its place";
  return [{ ...shown, way: { kind: "nothing", why } }];
}

/** The words that run; a program that is named from the folder in which it runs is named from the root. */
function placedWords(program: Program, { folder }: Image): string[] {
  const [name = "", ...args] = programWords(program);
  if (name === "") return [];
  return [/^\.{1,2}\//.test(name) ? posix.resolve(folder?.value ?? "/", name) : name, ...args];
}

/** The words that run, without what only finds the environment; a text of the shell that needs one stays one. */
export function programWords({ words, isShell }: Program): string[] {
  if (!isShell) return withoutRunner(unwrapped(words));
  const simple = simpleWords(words[0]);
  if (
    simple === undefined ||
    /[$~*?]/.test(words[0]) ||
    simple.some((word) => /^\w+=/.test(word) && word === simple[0])
  ) {
    return ["sh", "-c", withoutRunners(words[0])];
  }
  return withoutRunner(simple[0] === "exec" ? simple.slice(1) : simple);
}

/** The words of a shell that does nothing but start a program. */
function unwrapped(words: readonly string[]): readonly string[] {
  if (words.length !== 3 || !/^(?:\/bin\/)?(?:ba)?sh$/.test(words[0]) || !/^-\w*c$/.test(words[1])) return words;
  const simple = /[$~*?]/.test(words[2]) ? undefined : simpleWords(words[2]);
  if (simple === undefined) return ["sh", "-c", withoutRunners(words[2])];
  return simple[0] === "exec" ? simple.slice(1) : simple;
}

/** The same in the text of a shell. */
function withoutRunners(text: string): string {
  return text.replaceAll(/(^|[;&|(]\s*)(?:uv|poetry|pdm|pipenv)\s+run\s+(?!-)/g, "$1");
}

/** `uv run` and its kin find an environment that is on the PATH here. */
function withoutRunner(words: readonly string[]): string[] {
  const [program = "", action, ...rest] = words;
  if (/^(?:uv|poetry|pdm|pipenv)$/.test(program) && action === "run") {
    const start = rest.findIndex(
      (word, at) => !word.startsWith("-") && !/^--(?:extra|group|package|directory|project)$/.test(rest[at - 1] ?? ""),
    );
    return start < 0 ? [...words] : withoutRunner(rest.slice(start));
  }
  const plain = program.replace(/^(?:\S*\/)?\.?venv\/bin\//, "");
  return program === "" ? [] : [plain, ...words.slice(1)];
}

export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

/** A program as people read it. */
export function told(stated: Stated<Program> | undefined): string | undefined {
  if (stated === undefined || stated.value.words.length === 0) return undefined;
  const { words, isShell } = stated.value;
  // The generated image without a command says at its start why it has none.
  if (words[2]?.startsWith("import sys; print(sys.argv[1]")) return "none, which it says when it starts";
  return isShell
    ? words[0]
    : words.map((word) => (/^[\w@%+=:,./${}-]+$/.test(word) ? word : JSON.stringify(word))).join(" ");
}
