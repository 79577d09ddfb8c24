import { dottedName, parsePython, partsOf, type SyntaxNode, separated } from "../backends/python-source/syntax";

/** What a module defines at its top level, as far as that can be read without running it. */
export interface PythonModule {
  /** The full names behind the names that it imports, in functions too: `FastAPI` is `fastapi.FastAPI`. */
  readonly imports: ReadonlyMap<string, string>;
  /** The expressions that variables get, in the order of the source. */
  readonly values: ReadonlyMap<string, SyntaxNode>;
  readonly functions: ReadonlyMap<string, SyntaxNode>;
  readonly tree: SyntaxNode;
  /** The line, from 1, in which a part begins. */
  lineOf(node: SyntaxNode): number;
}

/**
 * Reads a module.
 *
 * @param name the name by which it is imported; for a package that of the package
 * @param isPackage is it the `__init__.py` of a package?
 */
export function readModule(source: string, name: string, isPackage: boolean): PythonModule {
  const tree = parsePython(source);
  const statements = statementsOf(tree);
  const assigned = statements.filter(({ kind }) => kind === "AssignStatement").flatMap(assignments);
  const functions = statements.filter(({ kind }) => kind === "FunctionDefinition" || kind === "DecoratedStatement");
  return {
    imports: new Map(partsOf(tree, "ImportStatement").flatMap(({ code }) => importedNames(code, name, isPackage))),
    values: new Map(assigned),
    functions: new Map(functions.flatMap(namedFunction)),
    tree,
    lineOf: ({ start }) => source.slice(0, start).split("\n").length,
  };
}

/** Can the function be called without arguments? */
export function needsNoArguments(definition: SyntaxNode): boolean {
  const list = definition.children.find(({ kind }) => kind === "ParamList");
  return separated(list?.children ?? []).every(
    ([first, ...rest]) => first.kind !== "VariableName" || rest.some(({ kind }) => kind === "AssignOp"),
  );
}

/** The full name of what is called, by the imports of the module. */
export function fullName(callee: SyntaxNode | undefined, { imports }: PythonModule): string | undefined {
  const [head, ...more] = dottedName(callee)?.split(".") ?? [];
  return head === undefined ? undefined : [imports.get(head) ?? head, ...more].join(".");
}

/** The statements that run when the module is imported. */
function statementsOf({ kind, children, code }: SyntaxNode): SyntaxNode[] {
  if (kind === "IfStatement" && /^if\s+\(?\s*__name__\b/.test(code)) return [];
  return children.flatMap((child) => {
    if (/^(?:Body|(?:If|Try|With)Statement)$/.test(child.kind)) return statementsOf(child);
    return [child];
  });
}

/** `app: FastAPI = first = FastAPI()` gives both names the last expression. */
function assignments({ children }: SyntaxNode): [string, SyntaxNode][] {
  const at = children.map(({ kind }) => kind).lastIndexOf("AssignOp");
  const value = children[at + 1];
  const isTuple = children.some(({ kind }) => kind === ",");
  if (at < 1 || value === undefined || isTuple) return [];
  return children
    .slice(0, at)
    .filter(({ kind }) => kind === "VariableName")
    .map(({ code }) => [code, value]);
}

function namedFunction(node: SyntaxNode): [string, SyntaxNode][] {
  const definition =
    node.kind === "DecoratedStatement" ? node.children.find(({ kind }) => kind === "FunctionDefinition") : node;
  const name = definition?.children.find(({ kind }) => kind === "VariableName");
  return definition === undefined || name === undefined || /^async\b/.test(definition.code)
    ? []
    : [[name.code, definition]];
}

/** @see https://docs.python.org/3/reference/simple_stmts.html#the-import-statement */
function importedNames(code: string, module: string, isPackage: boolean): [string, string][] {
  const text = code
    .replaceAll(/#[^\n]*/g, "")
    .replaceAll(/[\\()\s]+/g, " ")
    .trim();
  const [, dots = "", from = "", names] = /^from (\.*) ?([\w.]*) ?import (.*)$/.exec(text) ?? [];
  if (names === undefined) {
    return partsOfList(text.replace(/^import /, "")).map(([name, alias]) => {
      const [top] = name.split(".");
      return alias === undefined ? [top, top] : [alias, name];
    });
  }
  const above = module.split(".").slice(0, isPackage ? 1 - dots.length || undefined : -dots.length);
  const origin = dots === "" ? from : [...above, ...(from === "" ? [] : [from])].join(".");
  return partsOfList(names).map(([name, alias]) => [alias ?? name, `${origin}.${name}`]);
}

function partsOfList(text: string): [string, string | undefined][] {
  return text.split(",").flatMap((part): [string, string | undefined][] => {
    const [, name, alias] = /^ ?([\w.]+)(?: as (\w+))? ?$/.exec(part) ?? [];
    return name === undefined ? [] : [[name, alias]];
  });
}
