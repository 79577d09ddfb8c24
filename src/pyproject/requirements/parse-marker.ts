import { Mistake, shown } from "../../values/mistake";

/** The variables that a marker may compare. */
export const markerVariables = [
  "os_name",
  "sys_platform",
  "platform_machine",
  "platform_python_implementation",
  "platform_release",
  "platform_system",
  "platform_version",
  "python_version",
  "python_full_version",
  "implementation_name",
  "implementation_version",
  "extra",
  "extras",
  "dependency_groups",
] as const;

/** A variable of a marker. */
export type MarkerVariable = (typeof markerVariables)[number];

/** How a marker compares. */
export type MarkerOperator = "<" | "<=" | "==" | "!=" | ">=" | ">" | "~=" | "===" | "in" | "not in";

/** One side of a comparison. */
export type MarkerOperand =
  | { readonly kind: "variable"; readonly name: MarkerVariable }
  | { readonly kind: "text"; readonly text: string };

/** One comparison of a marker. */
export interface MarkerComparison {
  readonly kind: "comparison";
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
}

/** A marker: the environments for which a requirement holds. */
export type Marker = MarkerComparison | { readonly kind: "and" | "or"; readonly parts: readonly Marker[] };

/** Names from before PEP 508 that tools still read. */
const olderNames: { readonly [name: string]: MarkerVariable | undefined } = {
  "os.name": "os_name",
  "sys.platform": "sys_platform",
  "platform.machine": "platform_machine",
  "platform.python_implementation": "platform_python_implementation",
  "platform.version": "platform_version",
  python_implementation: "platform_python_implementation",
};

/** No marker that a person or a tool writes comes near it, and the parser could not go on for ever. */
const deepest = 100;

const token = /\s*(?:([()]|===|[<>=!~]=|[<>])|("[^"]*"|'[^']*')|([A-Za-z_][\w.]*))/y;

/**
 * Parses a marker.
 *
 * @param where the key in which it stands
 * @param fix what to do where it is none
 * @throws where it is none
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
export function parseMarker(text: string, where: string, fix = "write it so"): Marker {
  const wrong = (what: string) =>
    new Mistake({
      where,
      what: `${shown(text)} is not an environment marker: ${what}`,
      allowed: "comparisons with and, or and parentheses, e.g. \"sys_platform == 'linux' and python_version < '3.12'\"",
      fix,
    });
  const tokens = tokensOf(text);
  if (tokens === undefined) throw wrong("it has a character that belongs to no part of one");
  let at = 0;
  let depth = 0;
  const taken = (...words: string[]): boolean => {
    if (!words.includes(tokens[at])) return false;
    at += 1;
    return true;
  };
  const found = () => (at < tokens.length ? `${tokens[at]} where` : "an end where");

  const anyOf = (): Marker => joined("or", allOf);
  const allOf = (): Marker => joined("and", single);
  const joined = (kind: "and" | "or", part: () => Marker): Marker => {
    const parts = [part()];
    while (taken(kind)) parts.push(part());
    return parts.length === 1 ? parts[0] : { kind, parts };
  };
  const single = (): Marker => {
    if (!taken("(")) return { kind: "comparison", left: operand(), operator: operator(), right: operand() };
    depth += 1;
    if (depth > deepest) throw wrong("its parentheses lie too deep in one another");
    const inner = anyOf();
    depth -= 1;
    if (!taken(")")) throw wrong(`it has ${found()} ) is expected`);
    return inner;
  };
  const operand = (): MarkerOperand => {
    const word = tokens[at];
    if (word !== undefined && /^["']/.test(word)) {
      at += 1;
      return { kind: "text", text: word.slice(1, -1) };
    }
    const name = markerVariables.find((each) => each === word) ?? (word === undefined ? undefined : olderName(word));
    if (name === undefined) throw wrong(`it has ${found()} a text in quotes or a variable such as python_version is`);
    at += 1;
    return { kind: "variable", name };
  };
  const operator = (): MarkerOperator => {
    if (taken("not")) {
      if (!taken("in")) throw wrong(`it has ${found()} in is expected`);
      return "not in";
    }
    const word = operators.find((each) => each === tokens[at]);
    if (word === undefined) throw wrong(`it has ${found()} an operator is expected`);
    at += 1;
    return word;
  };

  const marker = anyOf();
  if (at < tokens.length) throw wrong(`it has ${found()} its end is expected`);
  return marker;
}

const operators = ["<", "<=", "==", "!=", ">=", ">", "~=", "===", "in"] as const;

function olderName(word: string): MarkerVariable | undefined {
  return Object.hasOwn(olderNames, word) ? olderNames[word] : undefined;
}

/** The words of a marker; undefined where there is something between them. */
function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== "") {
    const [, ...parts] = token.exec(text) ?? [];
    const found = parts.find((part) => part !== undefined);
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}
