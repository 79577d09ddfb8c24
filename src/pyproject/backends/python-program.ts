import type { ProjectFolder } from "../files/project-folder";
import { cleanPath } from "./build-paths";
import { calledName } from "./python-source/call";
import { evaluate } from "./python-source/evaluate";
import { execute } from "./python-source/execute";
import { type Run, type Scope, scopeIn } from "./python-source/run";
import { parsePython, partsOf, type SyntaxNode } from "./python-source/syntax";
import { text, unknown } from "./python-source/value";

/** A program of the project that was followed without running it. */
export interface PythonProgram {
  readonly path: string;
  readonly source: string;
  readonly tree: SyntaxNode;
  readonly scope: Scope;
  readonly run: Run;
}

/** How many parts of a program are looked at: more than any setup.py has, and done in an instant. */
const budget = 50_000;

/** Follows the statements of a program; undefined where there is none. */
export function followProgram(folder: ProjectFolder, path: string): PythonProgram | undefined {
  const source = folder.read(path);
  if (source === undefined) return undefined;
  const tree = parsePython(source);
  const scope = scopeIn(undefined);
  scope.names.set("__file__", text(path));
  const seen = { opened: new Set<string>(), walked: new Set<string>(), setups: [] };
  const run: Run = { folder, ...seen, within: [], budget: { left: budget }, evaluate, execute };
  execute(tree.children, scope, run);
  return { path, source, tree, scope, run };
}

/** Follows those functions of which it is not seen that they are called. */
export function followFunctions({ tree, scope, run }: PythonProgram, isMeant: (node: SyntaxNode) => boolean): void {
  for (const definition of partsOf(tree, "FunctionDefinition").filter(isMeant)) {
    execute(definition.children.find(({ kind }) => kind === "Body")?.children ?? [], scopeIn(scope), run);
  }
}

/** The files that it reads, and the folders through which it goes, as far as they are there. */
export function pathsOf(program: PythonProgram): string[] {
  const { path, run } = program;
  const named = namedPaths(program);
  const files = [...run.opened, ...named].filter((each) => each !== path && isFileBeside(run.folder, each));
  const folders = [...run.walked].filter((each) => !isOutside(each) && run.folder.list(each).length > 0);
  return [...new Set([...files, ...folders])].sort();
}

/** Does it start other programs? */
export function runsPrograms(program: PythonProgram | undefined): boolean {
  return /^(?!\s*#).*\b(?:subprocess|os\.system|check_call)\b/m.test(program?.source ?? "");
}

const pathCall = /(?:^|\.)(?:join|joinpath|Path|walk|listdir|scandir|i?glob|rglob|iterdir)$/;

/** The paths that stand in the source, as texts or put together of texts, also where they are used in functions. */
function namedPaths({ tree, scope, run }: PythonProgram): string[] {
  const calls = partsOf(tree, "CallExpression").filter(({ children: [callee] }) =>
    pathCall.test(calledName(callee, scope) ?? callee.children.at(-1)?.code ?? ""),
  );
  const quotients = partsOf(tree, "BinaryExpression").filter(({ children }) => children[1]?.code === "/");
  return [...partsOf(tree, "String"), ...calls, ...quotients].flatMap((node) => {
    const value = run.budget.left > 0 ? evaluate(node, scope, run) : unknown(node.code);
    return value.kind === "text" && /^[^\n*?]{1,200}$/.test(value.text) ? [cleanPath(value.text)] : [];
  });
}

/** Is it a file in the folder of the project, and not a folder? */
function isFileBeside(folder: ProjectFolder, path: string): boolean {
  if (isOutside(path)) return false;
  const at = path.lastIndexOf("/");
  return folder.list(at === -1 ? "" : path.slice(0, at)).includes(path.slice(at + 1));
}

function isOutside(path: string): boolean {
  return path === "" || /^(?:\.\.|\/)/.test(path);
}
