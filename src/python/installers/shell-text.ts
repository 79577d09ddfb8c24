import { InstructionRules } from "../../dockerfile/instruction-rules";
import { shellWord } from "../../dockerfile/quote";
import type { Word } from "../../dockerfile/word";

const rules = new InstructionRules("Dockerfile");

/**
 * A command as text for `addRunShell`. Names of a project stand in it: each word is quoted as the words of `addRun` are, so
 * that the shell finds no more in it.
 *
 * @throws where a word has a line break, which a continued line of a Dockerfile would lose
 */
export function shellWords(words: readonly Word[]): string {
  rules.oneLine("RUN", ...words);
  return words.map(shellWord).join(" ");
}

/** Commands in one layer, each run only where the one before it succeeded. */
export function inTurn(...commands: readonly string[]): string {
  return commands.join("\n&& ");
}

/** A command that stops the build with a message where it fails. */
export function orFail(command: string, message: string): string {
  // In braces of their own: of `a && b || c` shellcheck says that c is no "else".
  const tried = command.includes("\n") ? `{ ${command}; }\n` : `${command} `;
  return `{ ${tried}|| { ${shellWords(["echo", message])} >&2; exit 1; }; }`;
}
