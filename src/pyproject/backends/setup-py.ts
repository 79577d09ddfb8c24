import type { ProjectFolder } from "../files/project-folder";
import { followFunctions, followProgram, pathsOf } from "./python-program";
import { dottedName, partsOf, type SyntaxNode } from "./python-source/syntax";
import type { PythonValue } from "./python-source/value";

/** What setup.py says, as far as that is known without running it. */
export interface SetupPy {
  /** The keyword arguments of `setup()`; those that running it alone would tell are there as unknown values. */
  readonly keywords: ReadonlyMap<string, PythonValue>;
  /** Where not all of them are known: the source of the others. */
  readonly rest?: string;
  /** The files that it reads, and the folders through which it goes, as far as they are there. */
  readonly files: readonly string[];
}

/**
 * Reads setup.py without running it; undefined where there is none, or where it calls no `setup()`.
 *
 * @see https://setuptools.pypa.io/en/latest/references/keywords.html
 */
export function readSetupPy(folder: ProjectFolder): SetupPy | undefined {
  const program = followProgram(folder, "setup.py");
  if (program === undefined) return undefined;
  const { run } = program;
  // A program can call `setup()` in a function of which it is not seen that it is called.
  if (run.setups.length === 0) followFunctions(program, holdsSetup);
  const [setup] = [...run.setups].sort((a, b) => b.named.size - a.named.size);
  const isFollowed = run.budget.left > 0;
  if (setup === undefined && isFollowed) return undefined;
  return {
    keywords: setup?.named ?? new Map(),
    rest: setup === undefined ? "keywords" : setup.rest?.code,
    files: pathsOf(program),
  };
}

/** Is anything known of this keyword, be it that its value is not known? An empty value counts as none. */
export function saysKeyword(setup: SetupPy | undefined, keyword: string): boolean {
  const value = setup?.keywords.get(keyword);
  if (value === undefined) return false;
  if (value.kind === "plain") return Boolean(value.plain);
  return value.kind !== "list" || value.items.length > 0;
}

function holdsSetup(node: SyntaxNode): boolean {
  return partsOf(node, "CallExpression").some(({ children: [callee] }) =>
    /(?:^|\.)setup$/.test(dottedName(callee) ?? ""),
  );
}
