import { assign } from "./assign";
import { attempt, branches, either } from "./branches";
import { iterated } from "./comprehension";
import { evaluateAll } from "./literals";
import type { Run, Scope } from "./run";
import { childOf, dottedName, type SyntaxNode } from "./syntax";
import { added, derived, unknown } from "./value";

/** Follows a statement; true where nothing behind it is reached. */
type Execution = (node: SyntaxNode, scope: Scope, run: Run) => boolean;

const executions: Readonly<Record<string, Execution>> = {
  ExpressionStatement: ({ children: [expression] }, scope, run) => {
    run.evaluate(expression, scope, run);
    return (
      expression?.kind === "CallExpression" &&
      /^(?:sys\.exit|exit|quit|os\._exit)$/.test(dottedName(expression.children[0]) ?? "")
    );
  },
  AssignStatement: assignment,
  UpdateStatement: update,
  WithStatement: withFiles,
  IfStatement: branches,
  TryStatement: attempt,
  ForStatement: loop,
  WhileStatement: (node, scope, run) => either([childOf(node, "Body"), undefined], scope, run, node.code),
  FunctionDefinition: define,
  DecoratedStatement: ({ children }, scope, run) => execute(children, scope, run),
  StatementGroup: ({ children }, scope, run) => execute(children, scope, run),
  ReturnStatement: ({ children: [, ...value] }, scope, run) => {
    if (value.length > 0) scope.returned.push(evaluateAll(value, scope, run));
    return true;
  },
  YieldStatement: ({ children: [, ...value] }, scope, run) => {
    const source = value[0]?.kind === "from" ? value.slice(1) : value;
    scope.returned.push(derived([evaluateAll(source, scope, run)], "yield"));
    return false;
  },
  RaiseStatement: () => true,
  ContinueStatement: () => true,
  BreakStatement: () => true,
};

/** Follows the statements of a block; true where the program does not come to its end. */
export function execute(block: readonly SyntaxNode[], scope: Scope, run: Run): boolean {
  return block.some((node) => {
    if (run.budget.left <= 0) return true;
    run.budget.left -= 1;
    return Object.hasOwn(executions, node.kind) && executions[node.kind](node, scope, run);
  });
}

function assignment({ children }: SyntaxNode, scope: Scope, run: Run): boolean {
  const targets: SyntaxNode[][] = [[]];
  for (const node of children) {
    if (node.kind === "AssignOp") targets.push([]);
    else if (node.kind !== "TypeDef") targets[targets.length - 1].push(node);
  }
  const value = targets.pop() ?? [];
  if (targets.length === 0) return false;
  const result = evaluateAll(value, scope, run);
  for (const target of targets) assign(target, result, scope, run);
  // Two names for one list: the last one, by which it is changed, is looked up again in the end.
  const [first, last] = [targets[0][0], targets[targets.length - 1][0]];
  const isShared = targets.length > 1 && (result.kind === "list" || result.kind === "dict");
  if (isShared && last?.kind === "VariableName") assign([first], unknown(last.code), scope, run);
  return false;
}

function update({ children: [target, operator, ...value], code }: SyntaxNode, scope: Scope, run: Run): boolean {
  const [before, more] = [run.evaluate(target, scope, run), evaluateAll(value, scope, run)];
  assign([target], operator?.code === "+=" ? added(before, more, code) : derived([before, more], code), scope, run);
  return false;
}

function withFiles({ children }: SyntaxNode, scope: Scope, run: Run): boolean {
  children.forEach((node, at) => {
    const isContext = !/^(?:with|as|,|Body|async|⚠|\(|\))$/.test(node.kind) && children[at - 1]?.kind !== "as";
    if (!isContext) return;
    // The parser takes the bracket around several for one around the first.
    const context = node.kind === "ParenthesizedExpression" ? node.children[1] : node;
    const value = run.evaluate(context, scope, run);
    if (children[at + 1]?.kind === "as" && children[at + 2] !== undefined)
      assign([children[at + 2]], value, scope, run);
  });
  return execute(childOf({ kind: "", code: "", start: 0, children }, "Body")?.children ?? [], scope, run);
}

function loop(node: SyntaxNode, scope: Scope, run: Run): boolean {
  const inAt = node.children.findIndex(({ kind }) => kind === "in");
  const targets = node.children.slice(1, inAt);
  const body = childOf(node, "Body");
  const end = node.children.findIndex(({ kind }) => kind === "Body");
  const items = iterated(evaluateAll(node.children.slice(inAt + 1, end), scope, run));
  if (inAt === -1 || body === undefined) return false;
  if (items === undefined) {
    assign(targets, unknown(node.code), scope, run);
    return either([body, undefined], scope, run, node.code);
  }
  for (const item of items) {
    assign(targets, item, scope, run);
    execute(body.children, scope, run);
  }
  return false;
}

function define(node: SyntaxNode, scope: Scope): boolean {
  const name = childOf(node, "VariableName")?.code;
  if (name !== undefined) scope.functions.set(name, node);
  return false;
}
