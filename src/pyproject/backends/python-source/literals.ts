import { evaluateComprehension } from "./comprehension";
import type { Run, Scope } from "./run";
import { literalText, stringLiteral } from "./string-literal";
import { type SyntaxNode, separated } from "./syntax";
import { added, derived, dict, list, type PythonValue, text, type Unknown, unknown } from "./value";

type Evaluation = (node: SyntaxNode, scope: Scope, run: Run) => PythonValue;

/** How texts, lists and dictionaries are written, comprehensions of them too. */
export const literals: Readonly<Record<string, Evaluation>> = {
  String: ({ code }) => {
    const value = stringLiteral(code);
    return value === undefined ? unknown(code) : text(value);
  },
  ContinuedString: ({ children, code }, scope, run) =>
    children.map((part) => run.evaluate(part, scope, run)).reduce((a, b) => added(a, b, code)),
  FormatString: formatString,
  ArrayExpression: listOf,
  TupleExpression: listOf,
  SetExpression: listOf,
  DictionaryExpression: dictOf,
  ArrayComprehensionExpression: comprehension,
  SetComprehensionExpression: comprehension,
  ComprehensionExpression: comprehension,
  DictionaryComprehensionExpression: dictComprehension,
};

/** The values between commas: one, or a tuple. */
export function evaluateAll(nodes: readonly SyntaxNode[], scope: Scope, run: Run): PythonValue {
  const isTuple = nodes.some(({ kind }) => kind === "," || kind === "*");
  return isTuple ? list(items(nodes, scope, run)) : run.evaluate(nodes[0], scope, run);
}

/** The values that a comprehension gives. */
export function comprehension(node: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const read = ([element]: readonly SyntaxNode[], within: Scope) => run.evaluate(element, within, run);
  return list(evaluateComprehension<PythonValue>(node, scope, run, read, unknown(node.code)));
}

function formatString({ code, children, start }: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const [opening, quote] = /^[a-z]*("""|'''|"|')/i.exec(code) ?? ["", ""];
  const isRaw = /^[a-z]*r/i.test(opening);
  const literal = (from: number, to: number) =>
    text(literalText(code.slice(from, to), isRaw).replaceAll("{{", "{").replaceAll("}}", "}"));
  const parts: PythonValue[] = [];
  let from = opening.length;
  for (const part of children.filter(({ kind }) => kind === "FormatReplacement")) {
    const value = run.evaluate(part.children[1], scope, run);
    // A conversion or a format stands between the expression and the bracket.
    parts.push(literal(from, part.start - start), part.children.length === 3 ? value : derived([value], part.code));
    from = part.start - start + part.code.length;
  }
  parts.push(literal(from, code.length - quote.length));
  const isKnown = parts.every(({ kind }) => kind === "text");
  return isKnown ? parts.reduce((a, b) => added(a, b, code)) : derived(parts, code);
}

function items(nodes: readonly SyntaxNode[], scope: Scope, run: Run): PythonValue[] {
  return separated(nodes).flatMap((part) => {
    if (part[0].kind !== "*") return [run.evaluate(part[0], scope, run)];
    const spread = run.evaluate(part[1], scope, run);
    return spread.kind === "list" ? spread.items : [spread];
  });
}

function listOf({ children }: SyntaxNode, scope: Scope, run: Run): PythonValue {
  return list(items(children, scope, run));
}

function dictOf({ children }: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const entries = new Map<string, PythonValue>();
  let rest: Unknown | undefined;
  for (const [first, second, third] of separated(children)) {
    if (first.kind === "**") {
      const spread = run.evaluate(second, scope, run);
      if (spread.kind === "dict") for (const [key, value] of spread.entries) entries.set(key, value);
      rest ??= spread.kind === "dict" ? spread.rest : unknown(second?.code ?? "");
      continue;
    }
    const key = run.evaluate(first, scope, run);
    if (key.kind === "text") entries.set(key.text, run.evaluate(third, scope, run));
    else rest ??= unknown(first.code);
  }
  return dict(entries, rest);
}

function dictComprehension(node: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const read = ([key, , value]: readonly SyntaxNode[], within: Scope) =>
    [run.evaluate(key, within, run), run.evaluate(value, within, run)] as const;
  const notKnown = [unknown(node.code), unknown(node.code)] as const;
  const pairs = evaluateComprehension<readonly [PythonValue, PythonValue]>(node, scope, run, read, notKnown);
  const entries = pairs.flatMap(([key, value]) => (key.kind === "text" ? [[key.text, value] as const] : []));
  const rest = entries.length < pairs.length ? unknown(node.code) : undefined;
  return dict(new Map(entries), rest);
}
