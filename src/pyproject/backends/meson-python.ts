import { posix } from "node:path";
import { type Fact, fact } from "../fact";
import { spdxExpression } from "../metadata/spdx";
import { moduleNameOf } from "../requirements/distribution-name";
import type { BackendContext, BuildBackend, DynamicMetadata } from "./build-backend";
import { cleanPath } from "./build-paths";
import { isPackage } from "./import-roots";
import { nativeSource, sourceFolder } from "./native-sources";

/**
 * meson-python. Which packages it ships is a matter of the program in meson.build, so that what is on disk counts: the
 * package with the name of the project, in whatever folder.
 *
 * @see https://mesonbuild.com/meson-python/
 */
export const mesonPython: BuildBackend = {
  entryPoint: /^mesonpy$/,
  packageRoots,
  dynamicVersion: () => fact("meson:meson.build", "meson.build"),
  dynamicMetadata,
  buildFiles,
};

const mesonBuild = "meson.build";

function packageRoots({ name, folder }: BackendContext): Fact<string[]> | undefined {
  const module = moduleNameOf(name);
  const places = ["", ...folder.list("").filter((entry) => entry.endsWith("/"))].map((base) => `${base}${module}`);
  const [found, ...more] = places.filter((place) => module !== "" && isPackage(folder, place));
  const isOne = found === module || more.length === 0;
  return found && isOne ? fact([found], `the name of the project, found at ${found}`) : undefined;
}

function programOf({ folder }: BackendContext): string {
  return (folder.read(mesonBuild) ?? "").replaceAll(/#.*$/gm, "");
}

/** @see https://mesonbuild.com/Reference-manual_functions.html#project */
function dynamicMetadata(context: BackendContext): DynamicMetadata {
  if (!context.project?.dynamic.includes("license")) return {};
  const license = /\bproject\s*\([^)]*?\blicense\s*:\s*'([^']+)'/.exec(programOf(context))?.[1];
  const expression = license && spdxExpression(license);
  return expression ? { license: fact(expression, mesonBuild) } : {};
}

/** meson.build with the folders that it adds or searches and the files that it names, its options, and a meson of its own. */
function buildFiles(context: BackendContext): Fact<string>[] {
  const program = programOf(context);
  const added = [...program.matchAll(/\bsubdir\s*\(\s*'([^']+)'/g)].map(([, path]) => cleanPath(path));
  const projects = /\bsubproject\s*\(|\bfallback\s*:/.test(program) ? ["subprojects"] : [];
  const searched = [...program.matchAll(/\binclude_directories\s*\(([^)]*)\)/g)].flatMap(([, names]) => textsIn(names));
  const named = textsIn(program).filter((path) => path.includes(".") && context.folder.exists(path));
  const files = named.map((path) => (nativeSource.test(path) ? sourceFolder(path) : path));
  const own = [mesonBuild, "meson.options", "meson_options.txt", ...added, ...projects, ...searched, ...files];
  const table = context.file.tableAt("tool", "meson-python");
  const meson = table?.text("meson");
  const setup = table?.table("args")?.texts("setup");
  const options = (setup?.value ?? []).flatMap((option) => /^--(?:native|cross)-file=(.+)$/.exec(option)?.[1] ?? []);
  return [
    ...own.map((path) => fact(path, mesonBuild)),
    ...(meson === undefined ? [] : [fact(posix.dirname(meson.value), meson.source)]),
    ...options.map((path) => fact(path, setup?.source ?? mesonBuild)),
  ];
}

/** The texts between quotes, as far as they can be paths. */
function textsIn(program: string): string[] {
  return [...program.matchAll(/'([^'\n]+)'/g)].map(([, path]) => cleanPath(path));
}
