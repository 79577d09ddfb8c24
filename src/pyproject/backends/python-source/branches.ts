import type { Run, Scope } from "./run";
import type { SyntaxNode } from "./syntax";
import { joined, type PythonValue, truth } from "./value";

/** The branches of which each is taken where its condition holds; those that surely aren't taken are left out. */
export function branches({ children, code }: SyntaxNode, scope: Scope, run: Run): boolean {
  const taken: (SyntaxNode | undefined)[] = [];
  let condition: PythonValue | undefined;
  let isFilter = false;
  for (const node of children) {
    if (node.kind === "if" || node.kind === "elif") condition = undefined;
    else if (node.kind !== "Body") condition ??= node.kind === "else" ? undefined : run.evaluate(node, scope, run);
    else {
      const isTrue = condition === undefined || truth(condition);
      if (isTrue !== false) taken.push(node);
      isFilter ||= condition?.kind === "files";
      if (isTrue === true) return isFilter ? all(taken, scope, run) : either(taken, scope, run, code);
      condition = undefined;
    }
  }
  return isFilter ? all(taken, scope, run) : either([...taken, undefined], scope, run, code);
}

/** Each line of a file has its own branch: all are taken. */
function all(blocks: readonly (SyntaxNode | undefined)[], scope: Scope, run: Run): boolean {
  for (const block of blocks) run.execute(block?.children ?? [], scope, run);
  return false;
}

/** One of these blocks is followed, and it is not known which: what they have in common is kept. */
export function either(blocks: readonly (SyntaxNode | undefined)[], scope: Scope, run: Run, code: string): boolean {
  if (blocks.length === 1 && blocks[0] !== undefined) return run.execute(blocks[0].children, scope, run);
  const ends = (blocks.length === 0 ? [undefined] : blocks).flatMap((block) => {
    const inner: Scope = { ...scope, names: new Map(scope.names), functions: scope.functions };
    return run.execute(block?.children ?? [], inner, run) ? [] : [inner.names];
  });
  const [first, ...others] = ends;
  if (first === undefined) return true;
  const [condition] = code.split("\n");
  const names = new Set(ends.flatMap((each) => [...each.keys()]));
  for (const name of names) {
    const values = [first, ...others].flatMap((each) => each.get(name) ?? []);
    scope.names.set(
      name,
      values.reduce((a, b) => joined(a, b, condition)),
    );
  }
  return false;
}

/** What is tried is taken to succeed. */
export function attempt({ children }: SyntaxNode, scope: Scope, run: Run): boolean {
  return children.some((node, at) => {
    const isHandler = !/^(?:try|else|finally)$/.test(children[at - 1]?.kind ?? "");
    return node.kind === "Body" && !isHandler && run.execute(node.children, scope, run);
  });
}
