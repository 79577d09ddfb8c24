import { spawnSync } from "node:child_process";

/** What means something to a shell where no quotes stand around it. */
const SPECIAL = /[;&|<>()`*?[\]{}\n]/;

/** The operator between two commands, no word. */
const THEN = ["&&"] as const;

/**
 * The words of plain commands, variables as they are written; undefined where it is more than that.
 *
 * One in some hundred is compared with what a shell says.
 *
 * @throws where quotes don't end, or the shell finds other words
 */
export function shellWords(text: string): (string | typeof THEN)[] | undefined {
  const words: (string | typeof THEN)[] = [];
  let word: string | undefined;
  let hasVariable = false;
  for (let at = 0; at < text.length; ) {
    const each = text[at];
    if (each === " " || each === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (each === "'") {
      const end = text.indexOf("'", at + 1);
      if (end === -1) throw new Error("a ' without its end");
      word = (word ?? "") + text.slice(at + 1, end);
      at = end + 1;
    } else if (each === '"') {
      const [, inner] = /^"((?:[^"\\]|\\.)*)"/s.exec(text.slice(at)) ?? [];
      if (inner === undefined) throw new Error('a " without its end');
      if (/(?:^|[^\\])(?:\\\\)*(?:\$[({\w]|`)/.test(inner)) hasVariable = true;
      word = (word ?? "") + inner.replace(/\\([\\"$`])/g, "$1");
      at += inner.length + 2;
    } else if (each === "\\") {
      word = (word ?? "") + (text[at + 1] ?? "");
      at += 2;
    } else if (word === undefined && /^&& /.test(text.slice(at, at + 3))) {
      words.push(THEN);
      at += 3;
    } else if (SPECIAL.test(each) || each === "$" || (word === undefined && /[#~!]/.test(each))) {
      return undefined;
    } else {
      word = (word ?? "") + each;
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  if (!hasVariable && !words.includes(THEN) && isSample(text)) compare(text, words);
  return words;
}

function isSample(text: string): boolean {
  let sum = 0;
  for (const each of text.slice(0, 200)) sum = (sum * 31 + Number(each.codePointAt(0))) % 100_003;
  return text.length < 100_000 && sum % 251 === 0;
}

/** A shell is asked for the words as they are, the program among them. */
function compare(text: string, words: readonly unknown[]): void {
  const { stdout, status } = spawnSync("sh", ["-c", `printf '%s\\0' ${text}`], { encoding: "utf8" });
  const found = stdout.split("\0").slice(0, -1);
  const wanted = words.length === 0 ? [""] : words;
  if (status !== 0 || JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`a shell finds ${JSON.stringify(found)} in ${JSON.stringify(text)}`);
  }
}
