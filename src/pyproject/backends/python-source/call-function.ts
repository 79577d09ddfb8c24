import { type Arguments, type Run, type Scope, scopeIn } from "./run";
import { childOf, type SyntaxNode, separated } from "./syntax";
import { derived, dict, joined, list, type PythonValue, plain, unknown } from "./value";

/** How deep calls are followed: a function that calls itself for each file that is included. */
const depth = 12;

/** What a function of the program returns; a function that calls itself is not followed again. */
export function calledFunction(definition: SyntaxNode, args: Arguments, outer: Scope, run: Run): PythonValue {
  const given = [...args.positional, ...args.named.values()];
  if (run.within.includes(definition) || run.within.length >= depth) return derived(given, definition.code);
  const scope = scopeIn(outer);
  for (const [name, value] of bound(definition, args, outer, run)) scope.names.set(name, value);
  const body = childOf(definition, "Body")?.children ?? [];
  run.execute(body, scope, { ...run, within: [...run.within, definition] });
  return scope.returned.length === 0 ? plain(null) : scope.returned.reduce((a, b) => joined(a, b, definition.code));
}

function bound(
  definition: SyntaxNode,
  { positional, named, rest }: Arguments,
  outer: Scope,
  run: Run,
): [string, PythonValue][] {
  const parameters = separated(childOf(definition, "ParamList")?.children ?? []);
  const values: [string, PythonValue][] = [];
  const names = new Set<string>();
  let next = 0;
  for (const parts of parameters) {
    const name = parts.find(({ kind }) => kind === "VariableName")?.code;
    if (name === undefined) continue;
    names.add(name);
    if (parts[0].kind === "*") {
      values.push([name, list(positional.slice(next))]);
      next = positional.length;
    } else if (parts[0].kind === "**") {
      const others = new Map([...named].filter(([key]) => !names.has(key)));
      values.push([name, dict(others, rest)]);
    } else {
      const assigned = parts.findIndex(({ kind }) => kind === "AssignOp");
      const value = positional[next] ?? named.get(name);
      if (next < positional.length) next += 1;
      const fallBack = assigned === -1 ? unknown(name) : run.evaluate(parts[assigned + 1], outer, run);
      values.push([name, value ?? fallBack]);
    }
  }
  return values;
}
