/** Refuses a pattern: what is wrong with it, and what to write instead. */
export type Refuse = (what: string, fix: string) => never;

/** The text as it stands, for a regular expression. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/**
 * The character that a backslash takes out of its special meaning.
 *
 * The engine hands a backslash with a letter or a digit to its regular expressions, where the two mean something else.
 */
export function escaped(character: string | undefined, refuse: Refuse): string {
  if (character === undefined) return refuse("ends in a backslash", "write \\\\ for a backslash");
  if (!/^[ -/:-@[-`{-~]$/.test(character)) {
    return refuse(`has a backslash before ${JSON.stringify(character)}`, "leave the backslash out");
  }
  return character;
}

/**
 * Reads the character class that starts at `start`, as the engine's `filepath.Match` allows it.
 *
 * @returns its regular expression, and the number of characters of the pattern that it takes
 * @see https://pkg.go.dev/path/filepath#Match
 */
export function classAt(pattern: string[], start: number, refuse: Refuse): { regExp: string; length: number } {
  let index = start + 1;
  const member = (): string => {
    const character = pattern[index++];
    if (character === undefined) return refuse("has a [ without its ]", "close it, or write \\[ for the character");
    if (character === "]" || character === "-") {
      return refuse(
        `has ${character} where a class needs a member`,
        `write \\${character} for the character; a class is like [a-z0-9] or [^a-z]`,
      );
    }
    // The engine replaces the first two before it looks for classes, and takes [: for the start of a POSIX class.
    if (character === "*" || character === "?" || (character === "[" && pattern[index] === ":")) {
      return refuse(`has ${character} in a class, which the engine misreads`, `write \\${character}`);
    }
    return character === "\\" ? escaped(pattern[index++], refuse) : character;
  };
  const inClass = (character: string) => character.replace(/[\\\][^-]/, "\\$&");

  const negated = pattern[index] === "^";
  if (negated) index += 1;
  const ranges: string[] = [];
  while (ranges.length === 0 || pattern[index] !== "]") {
    const low = member();
    if (pattern[index] !== "-") {
      ranges.push(inClass(low));
      continue;
    }
    index += 1;
    const high = member();
    if (Number(low.codePointAt(0)) > Number(high.codePointAt(0))) {
      refuse(`has the range ${low}-${high}, which ends before it starts`, `write ${high}-${low}`);
    }
    ranges.push(`${inClass(low)}-${inClass(high)}`);
  }
  return { regExp: `[${negated ? "^" : ""}${ranges.join("")}]`, length: index + 1 - start };
}
