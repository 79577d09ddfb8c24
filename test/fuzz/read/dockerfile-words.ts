import { isSpace } from "./white-space";

/** How words are looked at. */
interface Lexing {
  /** Whether quotes and backslashes stay in the words, and variables as they are. */
  readonly raw: boolean;
}

/** One word as BuildKit expands it, where no variable is set; what stands in quotes or behind a backslash is literal. */
export function expandedWord(text: string): string {
  return lex(text, { raw: false }).whole;
}

/** The words in which BuildKit looks for here-documents; none where quotes don't end. */
export function rawWords(text: string): string[] {
  try {
    return lex(text, { raw: true }).words;
  } catch {
    return [];
  }
}

/** Words apart by white space, as they are written: what ENV, LABEL and ARG take. */
export function spacedWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const each = characters[at];
    if (quote === "" && isSpace(each)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word = (word ?? "") + each;
    if (quote === "" && (each === "'" || each === '"')) quote = each;
    else if (each === quote) quote = "";
    if (each === "\\" && quote !== "'") {
      at += 1;
      word += characters[at] ?? "";
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

function lex(text: string, { raw }: Lexing): { readonly whole: string; readonly words: string[] } {
  // A byte order mark is skipped where a word starts.
  const characters = [...text.replace(/^\ufeff/, "")];
  const words: string[] = [];
  let [whole, word, isWord] = ["", "", false];
  const add = (added: string, splits = false) => {
    whole += added;
    if (splits && isSpace(added)) {
      if (isWord) words.push(word);
      [word, isWord] = ["", false];
    } else if (added !== "" || !splits) {
      word += added;
      isWord = true;
    }
  };
  let at = 0;
  while (at < characters.length) {
    const each = characters[at];
    if (each === "'" || each === '"') {
      const [content, end] = quoted(characters, at, raw);
      add(content);
      at = end;
    } else if (each === "$" && !raw) {
      const [value, end] = variable(characters, at);
      add(value);
      at = end;
    } else if (each === "\\") {
      add((raw ? each : "") + (characters[at + 1] ?? ""));
      at += 2;
    } else {
      add(each, true);
      at += 1;
    }
  }
  if (isWord) words.push(word);
  return { whole, words };
}

function quoted(characters: readonly string[], start: number, raw: boolean): [content: string, end: number] {
  const quote = characters[start];
  let content = raw ? quote : "";
  let at = start + 1;
  while (at < characters.length) {
    const each = characters[at];
    if (each === quote) return [raw ? content + quote : content, at + 1];
    if (quote === '"' && each === "$" && !raw) {
      const [value, end] = variable(characters, at);
      content += value;
      at = end;
    } else if (quote === '"' && each === "\\") {
      const next = characters[at + 1] ?? "";
      const isEscape = ['"', "$", "\\"].includes(next);
      content += raw ? each + (isEscape ? next : "") : isEscape ? next : each;
      at += isEscape ? 2 : 1;
    } else {
      content += each;
      at += 1;
    }
  }
  throw new Error(`a ${quote} without its end`);
}

/** A variable is put in as what it is, so that one that somebody smuggled in is seen. */
function variable(characters: readonly string[], start: number): [value: string, end: number] {
  const rest = characters.slice(start, start + 200).join("");
  const [found] = /^\$(?:\{[A-Za-z0-9_]+(?::?[-+?][^}]*)?\}|[A-Za-z0-9_]+)/.exec(rest) ?? [];
  if (found === undefined) {
    if (rest.startsWith("${")) throw new Error(`bad substitution ${rest}`);
    return ["$", start + 1];
  }
  return [`\u0000${found}\u0000`, start + [...found].length];
}
