import { type Fact, fact } from "../fact";
import { moduleNameOf } from "../requirements/distribution-name";
import type { BackendContext } from "./build-backend";
import { buildBackend } from "./build-backends";
import { hasProgram, importRoots, namedRoot } from "./import-roots";

/**
 * The packages that are built into the distribution: by the tables of the build backend, or else by the name of the
 * distribution. Where nothing is built: what is there to import, by the tables of the backend where they name any of it.
 *
 * @param backend undefined where the project names none and is not installed
 */
export function packageRoots(
  backend: string | undefined,
  installsProject: boolean,
  context: BackendContext,
): Fact<readonly string[]> {
  const { name, folder } = context;
  const module = moduleNameOf(name);
  if (backend !== undefined) {
    const listed = buildBackend(backend, context.buildRequires).packageRoots?.(context);
    const isMeant = installsProject || listed?.value.some((path) => folder.exists(path));
    // The project's folder can itself be the package.
    if (listed !== undefined && isMeant)
      return fact([...new Set(listed.value.map((path) => path || "."))], listed.source);
    const named = module === "" || !installsProject ? undefined : namedRoot(folder, spellings(name));
    if (named !== undefined) return fact([named], `the name of the project, found at ${named}`);
  }
  if (hasProgram(folder)) return fact(importRoots(folder), "what is on disk");
  return fact(module === "" ? [] : [module], "the name of the project, as nothing is on disk yet");
}

/** How a module can be spelled: by the normalised name, as the name is written, or as a namespace with dots. */
function spellings(name: string): string[] {
  const [namespace] = name.replaceAll("-", "_").split(".");
  return [...new Set([moduleNameOf(name), name.replaceAll(/[-.]/g, "_"), namespace])];
}
