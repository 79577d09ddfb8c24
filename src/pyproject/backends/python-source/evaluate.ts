import { evaluateCall } from "./call";
import { parentOf } from "./known-functions";
import { literals } from "./literals";
import { negated, operated } from "./operators";
import { lookUp, type Run, type Scope } from "./run";
import { dottedName, type SyntaxNode } from "./syntax";
import { derived, dict, joined, list, type PythonValue, plain, text, truth, unknown } from "./value";

type Evaluation = (node: SyntaxNode, scope: Scope, run: Run) => PythonValue;

/** Names that every program has: a wheel is built, on Linux, and without the variables of the author's own machine. */
const known: Readonly<Record<string, PythonValue>> = {
  __name__: text("__main__"),
  "os.name": text("posix"),
  "os.curdir": text("."),
  "os.sep": text("/"),
  "os.environ": dict(new Map()),
  "sys.argv": list([text("setup.py"), text("bdist_wheel")]),
  "sys.platform": text("linux"),
};

const evaluations: Readonly<Record<string, Evaluation>> = {
  ...literals,
  Number: ({ code }) => plain(Number(code)),
  Boolean: ({ code }) => plain(code === "True"),
  None: () => plain(null),
  VariableName: ({ code }, scope) => lookUp(scope, code) ?? (Object.hasOwn(known, code) ? known[code] : unknown(code)),
  ParenthesizedExpression: ({ children }, scope, run) => evaluate(children[1], scope, run),
  BinaryExpression: binary,
  UnaryExpression: unary,
  ConditionalExpression: conditional,
  NamedExpression: ({ children: [name, , value] }, scope, run) => {
    const result = evaluate(value, scope, run);
    scope.names.set(name.code, result);
    return result;
  },
  MemberExpression: member,
  CallExpression: evaluateCall,
};

/** What an expression gives, as far as it is known without running it. */
export function evaluate(node: SyntaxNode | undefined, scope: Scope, run: Run): PythonValue {
  if (node === undefined || run.budget.left <= 0) return unknown(node?.code ?? "");
  run.budget.left -= 1;
  return Object.hasOwn(evaluations, node.kind) ? evaluations[node.kind](node, scope, run) : unknown(node.code);
}

function binary({ children, code }: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const operator = children.slice(1, -1).map((part) => part.code);
  const left = evaluate(children[0], scope, run);
  return operated(operator.join(" "), left, evaluate(children[children.length - 1], scope, run), code);
}

function unary({ children: [operator, operand], code }: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const value = evaluate(operand, scope, run);
  if (operator?.kind === "not") return negated(value, code);
  const isNumber = value.kind === "plain" && typeof value.plain === "number" && operator?.code === "-";
  return isNumber ? plain(-Number(value.plain)) : derived([value], code);
}

function conditional(node: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const [first, , condition, , other] = node.children;
  const decides = truth(evaluate(condition, scope, run));
  if (decides !== undefined) return evaluate(decides ? first : other, scope, run);
  return joined(evaluate(first, scope, run), evaluate(other, scope, run), node.code);
}

function member(node: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const name = dottedName(node);
  if (name !== undefined && Object.hasOwn(known, name)) return known[name];
  const [object, bracket, index, ...more] = node.children;
  const value = evaluate(object, scope, run);
  const property = bracket?.kind === "." ? index?.code : undefined;
  if (property === "parent" && value.kind === "text") return text(parentOf(value.text));
  // With more than a closing bracket behind it, it is a slice.
  const isIndex = property === undefined && more.length === 1;
  const found = isIndex ? indexed(value, evaluate(index, scope, run)) : undefined;
  return found ?? derived([value], node.code);
}

function indexed(value: PythonValue, key: PythonValue): PythonValue | undefined {
  if (value.kind === "dict" && key.kind === "text") return value.entries.get(key.text);
  if (value.kind !== "list" || key.kind !== "plain" || typeof key.plain !== "number") return undefined;
  const isWhole = value.items.every(({ kind }) => kind !== "unknown" && kind !== "files" && kind !== "packages");
  return isWhole ? value.items.at(key.plain) : undefined;
}
