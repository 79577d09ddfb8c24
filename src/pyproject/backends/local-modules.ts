import { posix } from "node:path";
import type { ProjectFolder } from "../files/project-folder";
import { joinedPath } from "./build-paths";
import { followFunctions, followProgram, type PythonProgram, pathsOf } from "./python-program";
import { partsOf, type SyntaxNode } from "./python-source/syntax";

/** How many modules are followed: more than any build has. */
const most = 30;

/**
 * What a program reads: files, the modules beside it that it imports, and what these read in turn. A package counts as its
 * folder, and is not followed.
 */
export function filesOfProgram(folder: ProjectFolder, path: string): string[] {
  const programs = new Set([path]);
  const files = new Set<string>();
  for (const each of programs) {
    const followed = followProgram(folder, each);
    if (followed !== undefined) followFunctions(followed, () => true);
    const modules = followed === undefined ? [] : importsOf(folder, followed);
    for (const module of modules) if (module.endsWith(".py") && programs.size < most) programs.add(module);
    for (const file of followed === undefined ? [] : [...modules, ...pathsOf(followed)]) files.add(file);
  }
  files.delete(path);
  return [...files];
}

function importsOf(folder: ProjectFolder, { path, tree }: PythonProgram): string[] {
  const places = [...new Set(["", joinedPath(posix.dirname(path))])];
  const names = partsOf(tree, "ImportStatement").flatMap(namesIn);
  return names.flatMap((name) => places.flatMap((place) => moduleAt(folder, place, name) ?? []));
}

function moduleAt(folder: ProjectFolder, place: string, name: string): string | undefined {
  const top = joinedPath(place, name.split("/")[0]);
  const module = joinedPath(place, name);
  if (folder.exists(`${top}/__init__.py`)) return top;
  // A folder without __init__.py is a package too.
  return folder.exists(`${module}.py`) ? (module === top ? `${module}.py` : top) : undefined;
}

/** The modules that a statement names, as paths; `from a import b` can name two. */
function namesIn({ code }: SyntaxNode): string[] {
  const plain = code.replaceAll(/#.*$|\\$/gm, "").replaceAll(/[()\s]+/g, " ");
  const [, from, names] = /^(?:from (\.*[\w.]*) )?import (.*)$/.exec(plain) ?? [];
  const listed = (names ?? "").split(",").map((name) => name.trim().split(" ")[0]);
  const base = from?.replace(/^\.+/, (dots) => "../".repeat(dots.length - 1)).replaceAll(/\.(?=\w)/g, "/");
  if (base === undefined) return listed.map((name) => name.replaceAll(".", "/"));
  return [base, ...listed.map((name) => joinedPath(base, name))].filter((name) => name !== "");
}
