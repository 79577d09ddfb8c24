import type { WrittenInstruction } from "../../dockerfile/parsed/parse-dockerfile";
import { type ShellCommand, shellCommands, simpleWords } from "../../dockerfile/parsed/shell-commands";
import type { KnownCommand } from "./command-kind";
import { knownCommand, knownText } from "./known-command";

/** What a RUN does: what is known of it, and the rest. */
export interface RunCommands {
  readonly known: readonly KnownCommand[];
  readonly rest: readonly string[];
  /** The program that reads the rest, where that is not the shell. */
  readonly interpreter?: string;
}

/**
 * Takes a RUN apart.
 *
 * @param expand replaces the variables of a word
 */
export function runCommands(instruction: WrittenInstruction, expand: (text: string) => string): RunCommands {
  const { text, words, heredocs } = instruction;
  const interpreter = heredocs.length === 0 ? undefined : interpreterOf(text);
  if (interpreter !== undefined) return { known: [], rest: [heredocs[0]], interpreter };
  const commands =
    words === undefined ? shellCommands(heredocs[0] ?? text) : [{ text: words.map(quoted).join(" "), words }];
  const known: KnownCommand[] = [];
  const rest: string[] = [];
  for (const command of commands) {
    const found = knownIn(command, expand);
    if (found === undefined) rest.push(command.text);
    else known.push(...found);
  }
  // A change of the folder alone does nothing.
  return { known, rest: rest.every((each) => /^(?:cd|export)\s/.test(each)) ? [] : rest };
}

function knownIn({ text, words }: ShellCommand, expand: (text: string) => string): KnownCommand[] | undefined {
  if (words === undefined) return knownGroup(text, expand) ?? knownPipe(text);
  const found = knownCommand(words.map(expand));
  return found === undefined ? undefined : [found];
}

/** A group that installs dependencies is known as a whole: the rest of it says what was wrong. */
function knownGroup(text: string, expand: (text: string) => string): KnownCommand[] | undefined {
  if (!/^[{(]\s/.test(text)) return undefined;
  const inside = text.replaceAll(/(?<=^|\s)[{}()](?=\s|;|$)|\|\|/g, ";");
  const known = shellCommands(inside).flatMap((each) => knownIn(each, expand) ?? []);
  return known.some(({ kind }) => kind === "dependencies") ? known : undefined;
}

/** Where a redirection leaves nothing behind, or a list for the installer. */
const PASSING = /^&\d$|^["']?(?:\/dev\/|\/tmp\/)|requirements|constraints/;

/** The parts of a pipe, where each of them is known. */
function knownPipe(text: string): KnownCommand[] | undefined {
  const whole = knownText(text);
  if (whole !== undefined) return [whole];
  const targets = [...text.matchAll(/\d*>+\s*(&?\S+)/g)].map(([, target]) => target);
  if (!targets.every((target) => PASSING.test(target))) return undefined;
  const parts = text.split(/\|\|?|\d*>+\s*&?\S+/).map((part) => part.trim());
  const known = parts
    .filter((part) => part !== "")
    .map((part) => {
      const words = simpleWords(part);
      return words === undefined ? undefined : knownCommand(words);
    });
  return known.every((each) => each !== undefined) ? known : undefined;
}

/** The program that reads a heredoc; undefined for the shell. */
function interpreterOf(text: string): string | undefined {
  const program = text.split("<<")[0].trim();
  return program === "" || /^(?:\S*\/)?(?:ba|da)?sh(?:\s+-\w+)*$/.test(program) ? undefined : program;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./$-]+$/.test(word) ? word : `"${word.replaceAll(/["\\`]/g, "\\$&")}"`;
}
