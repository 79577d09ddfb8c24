import { type Fact, fact } from "../fact";
import type { ManagedProject } from "../facts";
import type { TomlTable } from "../files/toml-table";
import type { BackendContext, BuildBackend } from "./build-backend";
import { cleanPath, joinedPath, liesIn, outermost } from "./build-paths";
import { filesOfProgram } from "./local-modules";

/** What other facts or other places look after. */
const elsewhere = ["pyproject.toml", ".gitignore", ".git"];

/**
 * What a build reads beside pyproject.toml, the readme, the license files and the packages: files and folders on disk,
 * none of them within another one.
 *
 * @param roots the packages and modules that are built
 */
export function buildFiles(
  backend: BuildBackend,
  context: BackendContext,
  metadata: Pick<ManagedProject, "readmeFiles" | "licenseFiles" | "installFiles">,
  roots: readonly string[],
): Fact<string>[] {
  const named = [...metadata.readmeFiles, ...metadata.licenseFiles].map(({ value }) => cleanPath(value) || ".");
  const covered = [...roots.map(cleanPath), ...elsewhere, ...named];
  const own = [...(backend.buildFiles?.(context) ?? []), ...ownBackend(context, roots)];
  const read = [...own, ...(metadata.installFiles ?? [])];
  const files = new Map<string, Fact<string>>();
  for (const { value, source } of read) {
    const path = cleanPath(value);
    // A folder above holds the project itself.
    const isOutside = /^(?:\.\.(?:\/\.\.)*)?$|^\//.test(path) || !context.folder.exists(path);
    if (!isOutside && !liesIn(path, covered) && !files.has(path)) files.set(path, fact(path, source));
  }
  return outermost([...files.keys()]).flatMap((path) => files.get(path) ?? []);
}

/**
 * The code of a build backend that the project brings itself: its folder, or its module where the folder holds more,
 * with what it reads.
 *
 * @see https://peps.python.org/pep-0517/#in-tree-build-backends
 */
function ownBackend({ file, folder }: BackendContext, roots: readonly string[]): Fact<string>[] {
  const system: TomlTable | undefined = file.table("build-system");
  const paths = system?.texts("backend-path");
  const [backend] = (system?.text("build-backend")?.value ?? "").split(":");
  const [module] = backend.split(".");
  return (paths?.value.map(cleanPath) ?? []).flatMap((base) => {
    const holdsMore = base === "" || roots.some((root) => liesIn(root, [base]));
    const path = joinedPath(base, folder.exists(joinedPath(base, `${module}.py`)) ? `${module}.py` : module);
    const program = `${joinedPath(base, backend.replaceAll(".", "/"))}.py`;
    return [holdsMore ? path : base, ...filesOfProgram(folder, program)].map((each) => fact(each, paths?.source ?? ""));
  });
}
