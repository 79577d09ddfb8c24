import { cleanPath } from "../build-paths";
import { assign } from "./assign";
import { calledFunction } from "./call-function";
import { changed } from "./change";
import { calledByName } from "./known-functions";
import { comprehension } from "./literals";
import { calledMethod } from "./methods";
import { type Arguments, functionNamed, lookUp, type Run, type Scope } from "./run";
import { dottedName, type SyntaxNode, separated } from "./syntax";
import { derived, files, type PythonValue, plain, type Unknown, unknown } from "./value";

/** What a call gives; a call of `setup` is written down. */
export function evaluateCall(node: SyntaxNode, scope: Scope, run: Run): PythonValue {
  const [callee, given] = node.children;
  if (given === undefined) return unknown(node.code);
  const args = argumentsOf(given, scope, run);
  const name = calledName(callee, scope);
  const own = name === undefined ? undefined : functionNamed(scope, name);
  if (own !== undefined) {
    const result = calledFunction(own, args, scope, run);
    return result.kind === "unknown" ? (namedList(args, run) ?? unknown(node.code)) : result;
  }
  if (name !== undefined && /^(?:\w+\.)*setup$/.test(name)) {
    run.setups.push({ ...args, named: new Map([...args.named].map(([key, value]) => [key, latest(value, scope)])) });
    return plain(null);
  }
  if (name === "exec") forgetNames(given, scope);
  const known = name === undefined ? undefined : calledByName(name, args, run, node.code);
  return known ?? calledOnObject(callee, args, scope, run, node.code);
}

/** The name of the function; undefined for a method of a value. A variable can stand for a function of a module. */
export function calledName(callee: SyntaxNode, scope: Scope): string | undefined {
  const name = dottedName(callee);
  const [head, ...more] = name?.split(".") ?? [];
  const value = head === undefined ? undefined : lookUp(scope, head);
  if (value === undefined) return name;
  return value.kind === "unknown" && /^[\w.]+$/.test(value.code) ? [value.code, ...more].join(".") : undefined;
}

/** A program can run another one that sets the names which are empty before. */
function forgetNames(given: SyntaxNode, scope: Scope): void {
  if (separated(given.children).length > 1) return;
  for (const [name, value] of scope.names) {
    if (value.kind === "plain" || (value.kind === "text" && value.text === "")) scope.names.set(name, unknown(name));
  }
}

/** `options["requires"] = requires = []` gives two names to one list: what is appended by one of them counts for both. */
function latest(value: PythonValue, scope: Scope): PythonValue {
  return value.kind === "unknown" && /^\w+$/.test(value.code) ? (lookUp(scope, value.code) ?? value) : value;
}

function calledOnObject(callee: SyntaxNode, args: Arguments, scope: Scope, run: Run, code: string): PythonValue {
  const [object, dot, method] = callee.kind === "MemberExpression" ? callee.children : [];
  const value = dot?.kind === "." ? run.evaluate(object, scope, run) : undefined;
  if (value !== undefined) {
    const after = changed(value, method.code, args, code);
    if (after !== undefined) assign([object], after, scope, run);
    const result = calledMethod(value, method.code, args, run);
    if (result !== undefined) return result;
  }
  const all = [value, ...args.positional, ...args.named.values()];
  const result = derived(all, code);
  return result.kind === "unknown" ? (namedList(args, run) ?? result) : result;
}

/** Whatever a function makes of the name of a file that is a list of requirements, it will be these requirements. */
function namedList({ positional, named }: Arguments, run: Run): PythonValue | undefined {
  const texts = [...positional, ...named.values()].flatMap((each) => (each.kind === "text" ? [each.text] : []));
  const joined = texts.flatMap((folder) => texts.map((file) => `${folder}/${file}`));
  const paths = [...texts, ...joined].filter((path) => /require[^\n]*\.(?:txt|in)$/i.test(path)).map(cleanPath);
  const path = paths.find((each) => run.folder.exists(each));
  if (path === undefined) return undefined;
  run.opened.add(path);
  return files([path]);
}

function argumentsOf(node: SyntaxNode, scope: Scope, run: Run): Arguments {
  if (node.children.some(({ kind }) => kind === "for")) {
    return { positional: [comprehension(node, scope, run)], named: new Map() };
  }
  const positional: PythonValue[] = [];
  const named = new Map<string, PythonValue>();
  let rest: Unknown | undefined;
  for (const [first, second, third] of separated(node.children)) {
    const value = run.evaluate(third ?? second ?? first, scope, run);
    if (first.kind === "**") {
      if (value.kind === "dict") for (const [key, each] of value.entries) named.set(key, each);
      rest ??= value.kind === "dict" ? value.rest : unknown(second?.code ?? "");
    } else if (first.kind === "*") positional.push(...(value.kind === "list" ? value.items : [value]));
    else if (second?.kind === "AssignOp") named.set(first.code, value);
    else positional.push(value);
  }
  return { positional, named, rest };
}
