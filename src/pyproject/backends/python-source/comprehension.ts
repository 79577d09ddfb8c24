import { assign } from "./assign";
import { type Run, type Scope, scopeIn } from "./run";
import type { SyntaxNode } from "./syntax";
import { type PythonValue, text, truth } from "./value";

/** A `for` or an `if` of a comprehension. */
interface Clause {
  readonly kind: string;
  readonly parts: readonly SyntaxNode[];
}

/** The element of a comprehension, and its clauses. */
function split(nodes: readonly SyntaxNode[]): { element: SyntaxNode[]; clauses: Clause[] } {
  const element: SyntaxNode[] = [];
  const clauses: { kind: string; parts: SyntaxNode[] }[] = [];
  for (const node of nodes) {
    if (/^[[\](){}]$/.test(node.kind) || node.kind === "async") continue;
    if (node.kind === "for" || node.kind === "if") clauses.push({ kind: node.kind, parts: [] });
    else (clauses[clauses.length - 1]?.parts ?? element).push(node);
  }
  return { element, clauses };
}

/**
 * The values that a comprehension gives, each with what `read` makes of its element. A condition on the lines of a file
 * is taken for a filter of blank lines and comments.
 */
export function evaluateComprehension<T>(
  node: SyntaxNode,
  scope: Scope,
  run: Run,
  read: (element: readonly SyntaxNode[], scope: Scope) => T,
  notKnown: T,
): T[] {
  const { element, clauses } = split(node.children);
  const results = ([clause, ...rest]: readonly Clause[], within: Scope): T[] => {
    if (clause === undefined) return [read(element, within)];
    if (clause.kind === "if") {
      const condition = run.evaluate(clause.parts[0], within, run);
      const isTrue = condition.kind === "files" || truth(condition);
      if (isTrue === undefined) return [notKnown];
      return isTrue ? results(rest, within) : [];
    }
    const at = clause.parts.findIndex(({ kind }) => kind === "in");
    const items = iterated(run.evaluate(clause.parts[at + 1], within, run));
    if (at === -1 || items === undefined) return [notKnown];
    return items.flatMap((item) => {
      const inner = scopeIn(within);
      assign(clause.parts.slice(0, at), item, inner, run);
      return results(rest, inner);
    });
  };
  return results(clauses, scope);
}

/** The values over which a loop goes; a file has one that stands for all its lines. */
export function iterated(value: PythonValue): readonly PythonValue[] | undefined {
  if (value.kind === "list") return value.items;
  if (value.kind === "files") return [value];
  if (value.kind === "dict" && value.rest === undefined) return [...value.entries.keys()].map(text);
  return undefined;
}
