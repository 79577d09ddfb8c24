import { PackageManager } from "../../pyproject/managers/package-manager";
import { layout } from "../layout";

/** A command that Python runs, as a debugger is told it. */
export interface PythonProgram {
  /** What stands before the module or the file. */
  readonly interpreterOptions: readonly string[];
  /** What `-m` names, a path, or the name of a script of the environment, which is a file of Python. */
  readonly kind: "module" | "file" | "script";
  readonly name: string;
  readonly args: readonly string[];
}

/** Programs that start others and are no scripts of an environment, package managers with them. */
const starters = new Set<string>([
  ...["sh", "bash", "dash", "ash", "zsh", "env", "nice", "timeout", "tini", "dumb-init", "gosu"],
  ...Object.values(PackageManager),
]);

/** Options of the interpreter: flags, and one with a value, which may be the next word. */
const flags = /^-[bBdEiIOPqsStuvx]+$/;
const valued = /^-[bBdEiIOPqsStuvx]*[WX](.*)$/;

/**
 * The Python program that a command starts; undefined where it starts something else, a shell for example, or nobody knows.
 *
 * @see https://docs.python.org/3/using/cmdline.html
 */
export function pythonProgram(words: readonly string[]): PythonProgram | undefined {
  const [program, ...rest] = besideEnvironment(words);
  if (/^python[\d.]*$/.test(program)) return interpreted(rest);
  if (/^[\w.-].*\.pyw?$/.test(program)) return { interpreterOptions: [], kind: "file", name: program, args: rest };
  if (program === "" || program.includes("/") || starters.has(program)) return undefined;
  return { interpreterOptions: [], kind: "script", name: program, args: rest };
}

/** The command where the environment lies elsewhere than in the app image: a program of it is found by the PATH. */
export function besideEnvironment([program = "", ...rest]: readonly string[]): string[] {
  const folder = `${layout.environment}/bin/`;
  return [program.startsWith(folder) ? program.slice(folder.length) : program, ...rest];
}

function interpreted(words: readonly string[]): PythonProgram | undefined {
  const at = optionCount(words);
  const interpreterOptions = words.slice(0, at);
  const [word, ...args] = words.slice(at);
  if (word === "-m" && args.length > 0) {
    return { interpreterOptions, kind: "module", name: args[0], args: args.slice(1) };
  }
  if (word === undefined || word.startsWith("-")) return undefined;
  return { interpreterOptions, kind: "file", name: word, args };
}

function optionCount([word = "", ...rest]: readonly string[]): number {
  const value = valued.exec(word)?.[1];
  if (value === "" && rest.length > 0) return 2 + optionCount(rest.slice(1));
  return value || flags.test(word) ? 1 + optionCount(rest) : 0;
}
