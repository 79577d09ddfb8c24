import { type Fact, fact } from "../fact";
import type { BackendContext } from "./build-backend";
import { cleanPath } from "./build-paths";
import { cmakeFiles } from "./cmake-files";
import { buildHooks } from "./hatchling-tables";

/** What plugins of builds read: the project that CMake builds, and a function of the project's own that builds assets. */
export function pluginFiles(context: BackendContext): Fact<string>[] {
  return [...cmakeProject(context), ...buildFunction(context)];
}

/** @see https://scikit-build-core.readthedocs.io/en/latest/plugins/hatchling.html */
function cmakeProject(context: BackendContext): Fact<string>[] {
  const hook = buildHooks(context).get("scikit-build");
  if (hook === undefined || hook.table("wheel")?.flag("cmake")?.value === false) return [];
  return cmakeFiles(context.folder, cleanPath(hook.table("cmake")?.text("source-dir")?.value ?? ""));
}

/** @see https://github.com/jupyterlab/hatch-jupyter-builder#usage-and-configuration */
function buildFunction(context: BackendContext): Fact<string>[] {
  const named = buildHooks(context).get("jupyter-builder")?.text("build-function");
  const module = named?.value.split(".").slice(0, -1).join("/");
  return named && module ? [fact(`${module}.py`, named.source)] : [];
}
