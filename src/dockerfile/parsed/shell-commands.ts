/** A command of a shell text. */
export interface ShellCommand {
  /** As it is written, its lines joined. */
  readonly text: string;
  /** Its words without quotes; undefined where it is more than a program with arguments: a pipe, a loop, a group. */
  readonly words?: readonly string[];
}

const OPENING = /^(?:if|for|while|until|case)$/;
const CLOSING = /^(?:fi|done|esac)$/;

/** The commands of a shell text, as far as they follow one another by `&&`, `;` or the end of a line. */
export function shellCommands(text: string): ShellCommand[] {
  return split(text).map((each) => ({ text: each, words: simpleWords(each) }));
}

/** Cuts where nothing is open: no quote, no bracket, no loop. What is never closed stays one piece. */
function split(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  let word = "";
  const cut = (end: number, next: number) => {
    pieces.push(text.slice(start, end));
    start = next;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (/[A-Za-z]/.test(character)) {
      word += character;
      continue;
    }
    // The word of a loop counts where a command stands, not as the end of another word.
    const before =
      text
        .slice(0, at - word.length)
        .trimEnd()
        .at(-1) ?? ";";
    if (OPENING.test(word) && /[;&|({\n]/.test(before)) depth += 1;
    if (CLOSING.test(word) && /[;\n]/.test(before)) depth -= 1;
    word = "";
    if (character === "\\") at += 1;
    else if (character === "'") at = endOf(text, at, "'");
    else if (character === '"') at = endOf(text, at, '"');
    else if (character === "`") at = endOf(text, at, "`");
    else if (character === "#" && /\s/.test(text[at - 1] ?? " ") && depth <= 0) {
      // A comment is left out, and ends what stands before it.
      const end = text.indexOf("\n", at);
      cut(at, end < 0 ? text.length : end + 1);
      at = (end < 0 ? text.length : end + 1) - 1;
    } else if (/[({]/.test(character)) depth += 1;
    else if (/[)}]/.test(character)) depth -= 1;
    else if (depth <= 0 && character === "&" && text[at + 1] === "&") {
      cut(at, at + 2);
      at += 1;
    } else if (depth <= 0 && (character === ";" || character === "\n")) cut(at, at + 1);
  }
  cut(text.length, text.length);
  return pieces.map((each) => each.replaceAll(/\s*\n\s*/g, " ").trim()).filter((each) => each !== "");
}

function endOf(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\" && quote !== "'") at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** The words where the shell would start one program with them; variables stay as they are written. */
export function simpleWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === "'" || character === '"') {
      const end = endOf(text, at, character);
      if (end === text.length) return undefined;
      const inside = text.slice(at + 1, end);
      if (character === '"' && /[`]|\$\(/.test(inside)) return undefined;
      word = (word ?? "") + (character === '"' ? inside.replaceAll(/\\(["\\$`])/g, "$1") : inside);
      at = end;
    } else if (character === "\\") {
      word = (word ?? "") + (text[at + 1] ?? "");
      at += 1;
    } else if (/[|&;<>()`]/.test(character) || (character === "$" && text[at + 1] === "(")) return undefined;
    else if (/[{}]/.test(character) && word === undefined) return undefined;
    else word = (word ?? "") + character;
  }
  if (word !== undefined) words.push(word);
  return words.length === 0 || OPENING.test(words[0]) ? undefined : words;
}
