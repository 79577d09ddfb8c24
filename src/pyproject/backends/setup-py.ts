import type { ProjectFolder } from "../files/project-folder";
import { cleanPath } from "./build-paths";
import { evaluate } from "./python-source/evaluate";
import { execute } from "./python-source/execute";
import { type Run, type Scope, scopeIn } from "./python-source/run";
import { dottedName, parsePython, partsOf, type SyntaxNode } from "./python-source/syntax";
import { type PythonValue, unknown } from "./python-source/value";

/** What setup.py says, as far as that is known without running it. */
export interface SetupPy {
  /** The keyword arguments of `setup()`; those that running it alone would tell are there as unknown values. */
  readonly keywords: ReadonlyMap<string, PythonValue>;
  /** Where not all of them are known: the source of the others. */
  readonly rest?: string;
  /** The files that it reads, as far as they are there. */
  readonly files: readonly string[];
}

/** How many parts of a program are looked at: more than any setup.py has, and done in an instant. */
const budget = 50_000;

/**
 * Reads setup.py without running it; undefined where there is none, or where it calls no `setup()`.
 *
 * @see https://setuptools.pypa.io/en/latest/references/keywords.html
 */
export function readSetupPy(folder: ProjectFolder): SetupPy | undefined {
  const source = folder.read("setup.py");
  if (source === undefined) return undefined;
  const tree = parsePython(source);
  const scope = scopeIn(undefined);
  const run: Run = { folder, opened: new Set(), setups: [], within: [], budget: { left: budget }, evaluate, execute };
  execute(tree.children, scope, run);
  if (run.setups.length === 0) callUncalled(tree, scope, run);
  const [setup] = [...run.setups].sort((a, b) => b.named.size - a.named.size);
  const isFollowed = run.budget.left > 0;
  if (setup === undefined && isFollowed) return undefined;
  const paths = [...run.opened, ...namedPaths(tree, scope, run)];
  return {
    keywords: setup?.named ?? new Map(),
    rest: setup === undefined ? "keywords" : setup.rest?.code,
    files: [...new Set(paths)].filter((path) => isFileBeside(folder, path)).sort(),
  };
}

/** Is anything known of this keyword, be it that its value is not known? An empty value counts as none. */
export function saysKeyword(setup: SetupPy | undefined, keyword: string): boolean {
  const value = setup?.keywords.get(keyword);
  if (value === undefined) return false;
  if (value.kind === "plain") return Boolean(value.plain);
  return value.kind !== "list" || value.items.length > 0;
}

/** A program can call `setup()` in a function of which it is not seen that it is called. */
function callUncalled(tree: SyntaxNode, scope: Scope, run: Run): void {
  const holdsSetup = (node: SyntaxNode) =>
    partsOf(node, "CallExpression").some(({ children: [callee] }) => /(?:^|\.)setup$/.test(dottedName(callee) ?? ""));
  for (const definition of partsOf(tree, "FunctionDefinition").filter(holdsSetup)) {
    execute(definition.children.find(({ kind }) => kind === "Body")?.children ?? [], scopeIn(scope), run);
  }
}

/** The paths that stand in the source, as texts or put together of texts, also where they are used in functions. */
function namedPaths(tree: SyntaxNode, scope: Scope, run: Run): string[] {
  const calls = partsOf(tree, "CallExpression").filter(({ children: [callee] }) =>
    /(?:^|\.)(?:join|joinpath|Path)$/.test(dottedName(callee) ?? ""),
  );
  const quotients = partsOf(tree, "BinaryExpression").filter(({ children }) => children[1]?.code === "/");
  return [...partsOf(tree, "String"), ...calls, ...quotients].flatMap((node) => {
    const value = run.budget.left > 0 ? evaluate(node, scope, run) : unknown(node.code);
    return value.kind === "text" && /^[^\n*?]{1,200}$/.test(value.text) ? [cleanPath(value.text)] : [];
  });
}

/** Is it a file in the folder of the project, and not a folder? */
function isFileBeside(folder: ProjectFolder, path: string): boolean {
  if (path === "" || path === "setup.py" || /^(?:\.\.|\/)/.test(path)) return false;
  const at = path.lastIndexOf("/");
  return folder.list(at === -1 ? "" : path.slice(0, at)).includes(path.slice(at + 1));
}
