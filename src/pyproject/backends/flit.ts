import { type Fact, fact } from "../fact";
import type { BackendContext, BuildBackend, DynamicMetadata } from "./build-backend";
import { joinedPath } from "./build-paths";
import { stringLiteral } from "./python-source/string-literal";
import { parsePython } from "./python-source/syntax";

/**
 * flit, also behind flit_scm.
 *
 * @see https://flit.pypa.io/en/stable/pyproject_toml.html
 */
export const flit: BuildBackend = {
  entryPoint: /^flit(?:_core|_scm)?[.:]/,
  packageRoots,
  dynamicVersion,
  dynamicMetadata,
  buildFiles: ({ file }) => {
    const data = file.tableAt("tool", "flit", "external-data")?.text("directory");
    return data === undefined ? [] : [data];
  },
};

/** The module that flit packages, with dots where it lies in a namespace. */
function moduleName({ file, name }: BackendContext): Fact<string> {
  const flitTable = file.tableAt("tool", "flit");
  const older = flitTable?.table("metadata")?.text("module");
  const stated = flitTable?.table("module")?.text("name") ?? older;
  return stated ?? fact(/-stubs$/.test(name) ? name : name.replaceAll("-", "_"), "the name of the project");
}

/** Where the module lies; undefined where it is not on disk. */
function modulePath(context: BackendContext): string | undefined {
  const { folder } = context;
  const path = moduleName(context).value.replaceAll(".", "/");
  if (path === "") return undefined;
  const places = ["", "src"].flatMap((base) => [joinedPath(base, path), joinedPath(base, `${path}.py`)]);
  return places.find((place) => (place.endsWith(".py") ? folder.exists(place) : folder.list(place).length > 0));
}

function packageRoots(context: BackendContext): Fact<string[]> | undefined {
  const module = moduleName(context);
  const path = modulePath(context);
  const isStated = context.file.tableAt("tool", "flit")?.has("module") ?? false;
  if (path === undefined) return isStated ? fact([module.value.split(".")[0]], module.source) : undefined;
  const depth = module.value.split(".").length - 1;
  const root = depth === 0 ? path : path.split("/").slice(0, -depth).join("/");
  return fact([root], isStated ? module.source : `${module.source}, found at ${root}`);
}

/** flit_scm writes the version of the repository into the module, where flit finds it. */
function dynamicVersion(context: BackendContext): Fact<string> | undefined {
  const system = context.file.table("build-system");
  const backend = system?.text("build-backend");
  if (backend?.value.startsWith("flit_scm")) return fact("flit-scm", backend.source);
  const path = modulePath(context);
  return fact("flit:__version__", path === undefined ? moduleName(context).source : moduleFile(path));
}

/** The description is the first line of the docstring. */
function dynamicMetadata(context: BackendContext): DynamicMetadata {
  const path = modulePath(context);
  if (path === undefined || !context.project?.dynamic.includes("description")) return {};
  const [first] = parsePython(context.folder.read(moduleFile(path)) ?? "").children;
  const [literal] = first?.kind === "ExpressionStatement" ? first.children : [];
  const [summary] = (literal?.kind === "String" ? (stringLiteral(literal.code) ?? "") : "").trimStart().split(/\r?\n/);
  return summary === "" ? {} : { description: fact(summary, moduleFile(path)) };
}

function moduleFile(path: string): string {
  return path.endsWith(".py") ? path : `${path}/__init__.py`;
}
