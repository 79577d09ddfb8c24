import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import type { BackendContext, BuildBackend } from "./build-backend";
import { outermost } from "./build-paths";
import { setuptoolsPackages } from "./setup-packages";
import { discoveredPackages } from "./setuptools-discovery";
import { extensionsOf } from "./setuptools-extensions";
import { setuptoolsFiles } from "./setuptools-files";
import { dynamicMetadata } from "./setuptools-metadata";
import { foundPackages, listedPackages, namedModules, namedPackages, packageFolders } from "./setuptools-packages";
import { setuptoolsVersion } from "./setuptools-version";

/**
 * setuptools, with its plugins, and the backends that wrap it.
 *
 * @see https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html
 */
export const setuptools: BuildBackend = {
  entryPoint: /^(?:setuptools\.|pbr\.build|jupyter_packaging\.|scikit_build_core\.setuptools\.)/,
  packageRoots,
  dynamicVersion: setuptoolsVersion,
  dynamicMetadata,
  extensions: (context) => extensionsOf(context, packageRoots(context)?.value ?? []),
  buildFiles: setuptoolsFiles,
};

/** What the tables name, what setup.cfg or setup.py name, or else what setuptools finds by itself. */
function packageRoots({ file, folder }: BackendContext): Fact<string[]> | undefined {
  const table = file.tableAt("tool", "setuptools");
  const listed = [listedPackages(table, folder), setupRoots(folder)].find((roots) => (roots?.value.length ?? 0) > 0);
  if (listed !== undefined) return listed;
  // An empty list says that there are none.
  const empty = ["packages", "py-modules"].find((key) => Array.isArray(table?.value(key)));
  if (table !== undefined && empty !== undefined) return fact([], table.source(empty));
  const found = table?.has("packages")
    ? undefined
    : discoveredPackages(folder, packageFolders(table?.table("package-dir")));
  return found !== undefined && found.value.length > 0 ? found : undefined;
}

/** What setup.py and setup.cfg name. */
function setupRoots(folder: ProjectFolder): Fact<string[]> | undefined {
  const named = setuptoolsPackages(folder);
  if (named === undefined) return undefined;
  const found = named.searches.flatMap((search) => foundPackages(folder, search));
  const listed = [...namedPackages(named.packages, named.folders), ...namedModules(named.modules, named.folders)];
  return fact(outermost([...found, ...listed]), named.source);
}
