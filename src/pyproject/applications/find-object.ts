import type { ApplicationSearch } from "../../knowledge/frameworks";
import { partsOf, type SyntaxNode } from "../backends/python-source/syntax";
import type { ImportPath } from "./import-path";
import { fullName, needsNoArguments, type PythonModule, readModule } from "./python-module";

/** An object of a module that is an application, or a function that makes one. */
export interface FoundObject {
  readonly name: string;
  readonly isFactory: boolean;
  /** The line, from 1, in which it gets its value. */
  readonly line: number;
}

type Kind = "value" | "factory";

/** Over how many functions and modules a name is followed. */
const hops = 4;

/** Finds applications of one kind in modules, which are read and never run. */
export class ObjectFinder {
  private readonly kinds = new Map<string, Kind | undefined>();
  private readonly modules = new Map<string, PythonModule | undefined>();

  public constructor(
    private readonly importPath: ImportPath,
    private readonly search: ApplicationSearch,
  ) {}

  /** The application in a file, by a name that counts before others, or else the only one. */
  public value(path: string): FoundObject | undefined {
    const module = this.read(path);
    if (module === undefined) return undefined;
    const { names } = this.search;
    const preferred = names.find((name) => this.kindOf(path, name, hops) === "value");
    const others = [...module.values.keys()].filter((name) => this.kindOf(path, name, hops) === "value");
    const name = preferred ?? (others.length === 1 ? others[0] : undefined);
    return name === undefined ? undefined : found(module, name, false);
  }

  /** The function in a file that makes an application. */
  public factory(path: string): FoundObject | undefined {
    const module = this.read(path);
    const name = this.search.factories.find((each) => this.kindOf(path, each, hops) === "factory");
    return module === undefined || name === undefined ? undefined : found(module, name, true);
  }

  /** Does a script import the framework? The line in which it does. */
  public importLine(path: string): number | undefined {
    const module = this.read(path);
    const statement = partsOf(module?.tree ?? none, "ImportStatement").find(({ code }) =>
      this.search.makers.some((maker) => new RegExp(`^(?:from|import)\\s.*\\b${maker}\\b`, "s").test(code)),
    );
    return statement && module?.lineOf(statement);
  }

  /** Each name is looked at once, so that neither a circle nor many calls of many functions take long. */
  private kindOf(path: string, name: string, left: number): Kind | undefined {
    const key = `${path}:${name}`;
    if (!this.kinds.has(key) && left > 0) {
      this.kinds.set(key, undefined);
      this.kinds.set(key, this.readKind(path, name, left));
    }
    return this.kinds.get(key);
  }

  private readKind(path: string, name: string, left: number): Kind | undefined {
    const module = this.read(path);
    const value = module?.values.get(name);
    const definition = module?.functions.get(name);
    if (module === undefined) return undefined;
    if (value !== undefined) return this.isApplication(path, module, value, left) ? "value" : undefined;
    if (definition !== undefined) return this.makes(path, module, definition, left) ? "factory" : undefined;
    return this.kindOfFullName(module.imports.get(name), left);
  }

  private kindOfFullName(name: string | undefined, left: number): Kind | undefined {
    const at = name?.lastIndexOf(".") ?? -1;
    const path = name === undefined || at < 1 ? undefined : this.importPath.fileOf(name.slice(0, at));
    return path === undefined || name === undefined ? undefined : this.kindOf(path, name.slice(at + 1), left - 1);
  }

  /** Is the expression an instance: a call of a maker, or of a function of the project that calls one? */
  private isApplication(path: string, module: PythonModule, { kind, children }: SyntaxNode, left: number): boolean {
    if (kind !== "CallExpression") return false;
    const name = fullName(children[0], module);
    if (name === undefined) return false;
    if (this.search.makers.includes(name)) return true;
    const own = name.includes(".") ? this.kindOfFullName(name, left) : this.kindOf(path, name, left - 1);
    return own === "factory";
  }

  private makes(path: string, module: PythonModule, definition: SyntaxNode, left: number): boolean {
    const calls = partsOf(definition, "CallExpression");
    return needsNoArguments(definition) && calls.some((call) => this.isApplication(path, module, call, left - 1));
  }

  private read(path: string): PythonModule | undefined {
    if (!this.modules.has(path)) {
      const source = this.importPath.read(path);
      const name = this.importPath.moduleOf(path) ?? "";
      const module = source === undefined ? undefined : readModule(source, name, path.endsWith("/__init__.py"));
      this.modules.set(path, module);
    }
    return this.modules.get(path);
  }
}

const none: SyntaxNode = { kind: "Script", code: "", children: [], start: 0 };

function found(module: PythonModule, name: string, isFactory: boolean): FoundObject {
  const node = module.values.get(name) ?? module.functions.get(name);
  const statement =
    node ?? partsOf(module.tree, "ImportStatement").find(({ code }) => new RegExp(`\\b${name}\\b`).test(code));
  return { name, isFactory, line: statement === undefined ? 1 : module.lineOf(statement) };
}
