import { remembered } from "../../values/remembered";
import type { WrittenInstruction } from "./parse-dockerfile";

/** A program that a command starts. */
export interface StartedProgram {
  /** Without its folder; `pip` for each way to start it. */
  readonly name: string;
  /** Variables stay as they are written. */
  readonly args: readonly string[];
  /** Whether another program reads what it says. */
  readonly isPiped: boolean;
}

const POSIX_SHELL = /^(?:\S*\/)?(?:ba|da|a|k|z)?sh$/;
/** What stands before a program and is none. */
const BEFORE = /^(?:if|then|else|elif|do|while|until|!|\{|\}|time|exec|command|env|nohup|\w+=.*)$/s;

/** The programs that RUN, or another instruction with a command, starts by itself or by a shell, in their order. */
export function startedPrograms(instruction: WrittenInstruction): StartedProgram[] {
  const { words } = instruction;
  if (words !== undefined) return startedBy(words, false);
  const text = shellTextOf(instruction);
  return text === undefined ? [] : programsIn(text);
}

/** The programs that a command starts, of which a single word is a text for the shell. */
export function programsOfCommand(words: readonly string[]): StartedProgram[] {
  return words.length === 1 ? programsIn(words[0]) : startedBy(words, false);
}

/** What a shell reads of an instruction; undefined where another program does. */
export function shellTextOf({ text, words, heredocs }: WrittenInstruction): string | undefined {
  if (words !== undefined) return undefined;
  if (heredocs.length === 0) return text;
  const before = text.split("<<")[0].trim();
  const [program, ...options] = before.split(/\s+/);
  // A program with a text to read is itself a command of the shell.
  if (before !== "" && !(POSIX_SHELL.test(program) && options.every((each) => each.startsWith("-")))) return before;
  const [script = ""] = heredocs;
  const [, interpreter] = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(\S+)/.exec(script) ?? [];
  return interpreter === undefined || POSIX_SHELL.test(interpreter) ? script : undefined;
}

/** Longer texts are data, not commands, and would take their time. */
const LONGEST = 100_000;

const programsIn = remembered((text: string): StartedProgram[] => {
  if (text.length > LONGEST) return [];
  return simpleCommands(text).flatMap(({ words, isPiped }) => startedBy(words, isPiped));
});

function startedBy(words: readonly string[], isPiped: boolean): StartedProgram[] {
  const at = words.findIndex((word) => !BEFORE.test(word));
  if (at < 0) return [];
  const [path, ...args] = words.slice(at);
  const name = path.split("/").at(-1) ?? path;
  if (POSIX_SHELL.test(name)) {
    const option = args.findIndex((arg) => /^-\w*c$/.test(arg));
    if (option >= 0) return programsIn(args[option + 1] ?? "");
  }
  if (name === "sudo") {
    const first = args.findIndex((arg) => !arg.startsWith("-"));
    return [{ name, args, isPiped }, ...(first < 0 ? [] : startedBy(args.slice(first), isPiped))];
  }
  if (/^python[\d.]*$/.test(name) && args[0] === "-m" && args.length > 1) return startedBy(args.slice(1), isPiped);
  return [{ name: name.replace(/^pip[\d.]+$/, "pip"), args, isPiped }];
}

interface SimpleCommand {
  readonly words: readonly string[];
  readonly isPiped: boolean;
}

/** What the shell reads as one piece: quoted text, a substitution, an operator, a comment, plain characters. */
const PIECE =
  /\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|`[^`]*`|\$\{[^}]*\}|&>>?|\d*(?:>>|<<<|>&|<&|>\||[<>])|&&|\|\||\|&|[|;&()\n]|[ \t]+|[^\s\\'"`$<>&|;()]+|[\s\S]/g;
const HEREDOC = /<<-?\s*(["']?)(\w+)\1([^\n]*)\n[\s\S]*?(?:^\t*\2$|(?![\s\S]))/gm;

/** The commands between operators, their redirections left out. */
function simpleCommands(text: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let isTarget = false;
  const endWord = () => {
    if (word !== undefined && !isTarget) words.push(word);
    if (word !== undefined) isTarget = false;
    word = undefined;
  };
  const endCommand = (isPiped: boolean) => {
    endWord();
    isTarget = false;
    if (words.length > 0) commands.push({ words, isPiped });
    words = [];
  };
  let isComment = false;
  for (const [piece] of text.replaceAll(HEREDOC, "$3\n").matchAll(PIECE)) {
    if (piece === "\n") isComment = false;
    if (isComment) continue;
    if (/^\d*(?:[<>]|&>)/.test(piece)) {
      endWord();
      isTarget = true;
    } else if (/^(?:\|\|?|\|&|&&?|[;()\n])$/.test(piece)) endCommand(/^\|&?$/.test(piece));
    else if (/^[ \t]+$/.test(piece) || piece === "\\\n") endWord();
    else if (piece.startsWith("#") && word === undefined) isComment = true;
    else word = (word ?? "") + unquoted(piece);
  }
  endCommand(false);
  return commands;
}

function unquoted(piece: string): string {
  if (piece.length > 1 && piece.startsWith("'")) return piece.slice(1, -1);
  if (piece.length > 1 && piece.startsWith('"')) return piece.slice(1, -1).replaceAll(/\\(["\\$`\n])/g, "$1");
  return piece.length === 2 && piece.startsWith("\\") ? piece[1] : piece;
}
