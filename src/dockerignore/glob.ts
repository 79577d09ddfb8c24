import { remembered } from "../values/remembered";
import { classAt, escaped, literal, type Refuse } from "./glob-character";

/** A piece of a pattern; the text of a character stands for itself. */
interface Token {
  readonly kind: "character" | "doubleStar" | "wildcard";
  readonly text: string;
  readonly regExp: string;
}

const ANYTHING = "[^\\n]*";
const IN_SEGMENT = "[^/]";

/**
 * Compiles a cleaned pattern to the regular expression of the paths that it matches, by the engine's rules.
 *
 * That a matched folder takes its children along is not in it.
 *
 * @see https://github.com/moby/patternmatcher
 */
export const compileGlob = remembered((pattern: string, refuse: Refuse): RegExp => {
  return new RegExp(expressionOf(tokenize(Array.from(pattern), refuse), refuse), "u");
});

function tokenize(pattern: string[], refuse: Refuse): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  const add = (kind: Token["kind"], length: number, regExp: string) => {
    tokens.push({ kind, regExp, text: pattern.slice(index, index + length).join("") });
    index += length;
  };
  while (index < pattern.length) {
    const [character, next, afterNext] = pattern.slice(index, index + 3);
    if (character === "*" && next === "*") add("doubleStar", afterNext === "/" ? 3 : 2, `(?:${ANYTHING}/)?`);
    else if (character === "*") add("wildcard", 1, `${IN_SEGMENT}*`);
    else if (character === "?") add("wildcard", 1, IN_SEGMENT);
    else if (character === "\\") add("wildcard", 2, literal(escaped(next, refuse)));
    else if (character === "[") {
      const { length, regExp } = classAt(pattern, index, refuse);
      add("wildcard", length, regExp);
    } else if (character === "]") add("wildcard", 1, literal(character));
    else add("character", 1, literal(character));
  }
  return tokens;
}

function expressionOf(tokens: Token[], refuse: Refuse): string {
  const regExp = (some: Token[]) => some.map((token) => token.regExp).join("");
  const isText = (some: Token[]) => some.every((token) => token.kind === "character");
  const [first, ...rest] = tokens;
  const last = tokens[tokens.length - 1];
  const allButLast = tokens.slice(0, -1);
  // The engine compares three shapes as text, and then `**x` also matches the end of a name, and `x**` its start.
  if (isText(tokens)) return `^${regExp(tokens)}$`;
  if (first.kind === "doubleStar" && isText(rest)) return `${first.text === "**/" ? "(?:^|/)" : ""}${regExp(rest)}$`;
  if (last.kind === "doubleStar" && isText(allButLast)) return `^${regExp(allButLast)}`;

  // Of what it compiles the engine leaves these as they are to its regular expressions, by a slip in its escaping.
  const characters = tokens.map((token) => (token.kind === "character" ? token.text : "\n")).join("");
  const [misread] = /[\^|]|\{\d+(?:,\d*)?\}/.exec(characters) ?? [];
  if (misread !== undefined) refuse(`has ${misread}, which the engine misreads here`, `write \\${misread}`);
  return `^${regExp(allButLast)}${last.kind === "doubleStar" ? ANYTHING : last.regExp}$`;
}
