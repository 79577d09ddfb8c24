import type { Run, Scope } from "./run";
import { type SyntaxNode, separated } from "./syntax";
import { derived, dict, list, type PythonValue, unknown } from "./value";

/** Gives a value to a name, to a key of a dictionary, or to several names. */
export function assign(targets: readonly SyntaxNode[], value: PythonValue, scope: Scope, run: Run): void {
  const parts = separated(targets);
  const [only] = parts;
  if (only === undefined) return;
  const [target, ...more] = only;
  if (parts.length > 1) {
    assignEach(parts, value, scope, run);
  } else if (more.length > 0) {
    return;
  } else if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(target.kind)) {
    const inner = separated(target.children);
    if (inner.length === 1 && target.kind === "ParenthesizedExpression") assign(inner[0], value, scope, run);
    else assignEach(inner, value, scope, run);
  } else if (target.kind === "VariableName") {
    scope.names.set(target.code, value);
  } else {
    assignToKey(target, value, scope, run);
  }
}

function assignEach(parts: readonly SyntaxNode[][], value: PythonValue, scope: Scope, run: Run): void {
  const fits = value.kind === "list" && value.items.length === parts.length;
  parts.forEach((part, at) => {
    const isRest = part[0].kind === "*";
    const each = fits && !isRest ? value.items[at] : derived([value], part[part.length - 1].code);
    assign(isRest ? part.slice(1) : part, isRest ? list([each]) : each, scope, run);
  });
}

/** `values["key"] = value`; a key that is not known makes the dictionary one that is not wholly known. */
function assignToKey(target: SyntaxNode, value: PythonValue, scope: Scope, run: Run): void {
  const [object, bracket, index] = target.children;
  if (target.kind !== "MemberExpression" || bracket?.kind !== "[" || index === undefined) return;
  const before = run.evaluate(object, scope, run);
  const key = run.evaluate(index, scope, run);
  if (before.kind !== "dict") {
    if (before.kind === "list") assign([object], derived([before, value], target.code), scope, run);
    return;
  }
  const after =
    key.kind === "text"
      ? dict(new Map([...before.entries, [key.text, value]]), before.rest)
      : dict(before.entries, before.rest ?? unknown(target.code));
  assign([object], after, scope, run);
}
