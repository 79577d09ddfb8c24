import type { ProjectFolder } from "../../files/project-folder";
import type { SyntaxNode } from "./syntax";
import type { PythonValue, Unknown } from "./value";

/** What a call gives to a function. */
export interface Arguments {
  readonly positional: readonly PythonValue[];
  readonly named: ReadonlyMap<string, PythonValue>;
  /** Where further ones are not known: the source of them. */
  readonly rest?: Unknown;
}

/** The names that a part of a program sees. */
export interface Scope {
  readonly names: Map<string, PythonValue>;
  /** The functions that the program defines. */
  readonly functions: Map<string, SyntaxNode>;
  readonly outer?: Scope;
  /** What the function returns whose body this is. */
  readonly returned: PythonValue[];
}

/** One reading of a program: what it does is written down, and nothing of it is run. */
export interface Run {
  /** The folder in which the program lies. */
  readonly folder: ProjectFolder;
  /** The files that the program opens, there or not. */
  readonly opened: Set<string>;
  /** The folders of which it asks for what is in them, there or not. */
  readonly walked: Set<string>;
  /** The calls of `setup`. */
  readonly setups: Arguments[];
  /** The functions that are being called, outermost first. */
  readonly within: readonly SyntaxNode[];
  /** How many more parts of the program are looked at: a program that loops for long is not followed. */
  readonly budget: { left: number };
  /** What an expression gives. */
  evaluate(node: SyntaxNode | undefined, scope: Scope, run: Run): PythonValue;
  /** Follows the statements of a block; true where the program does not come to its end. */
  execute(block: readonly SyntaxNode[], scope: Scope, run: Run): boolean;
}

/** A scope within another one. */
export function scopeIn(outer: Scope | undefined): Scope {
  return { names: new Map(), functions: new Map(), outer, returned: [] };
}

/** The value of a name. */
export function lookUp(scope: Scope | undefined, name: string): PythonValue | undefined {
  return scope && (scope.names.get(name) ?? lookUp(scope.outer, name));
}

/** The function of that name that the program defines. */
export function functionNamed(scope: Scope | undefined, name: string): SyntaxNode | undefined {
  return scope && (scope.functions.get(name) ?? functionNamed(scope.outer, name));
}
