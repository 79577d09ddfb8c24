import { posix } from "node:path";
import type { AncestorFolder, ProjectFolder } from "./project-folder";

/**
 * A folder nearby, as another project's; undefined where it lies outside of the repository.
 *
 * @param path the way there from the given folder
 */
export function folderAt(folder: ProjectFolder, path: string): ProjectFolder | undefined {
  const above = folder.ancestors();
  const top = above[above.length - 1] ?? { path: "", inside: "" };
  const inside = posix.join(top.inside, path).replace(/\/$/, "");
  if (posix.isAbsolute(path) || inside === ".." || inside.startsWith("../")) return undefined;
  const at = (each: string) => {
    const joined = posix.join(path, each);
    return joined === "." ? "" : joined;
  };
  return {
    exists: (each) => folder.exists(at(each)),
    read: (each) => folder.read(at(each)),
    list: (each) => folder.list(at(each)),
    ancestors: () => ancestorsOf(inside === "." ? [] : inside.split("/")),
  };
}

/** The folders above, up to that of the repository, by the names of the folders that lead here from there. */
function ancestorsOf(names: readonly string[]): AncestorFolder[] {
  return names.map((_, at) => {
    const inside = names.slice(names.length - at - 1);
    return { path: inside.map(() => "..").join("/"), inside: inside.join("/") };
  });
}
