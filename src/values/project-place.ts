import { posix, resolve } from "node:path";
import { Mistake, shown } from "./mistake";
import { relativePath } from "./relative-path";

/** Where a project lies in the build context. */
export class ProjectPlace {
  /**
   * @param context the context's path from the project's folder: `.`, or `..` and so on
   * @param folder the project's folder on disk
   * @throws where the context is not the folder or one above it
   */
  public static of(context: string, folder: string): ProjectPlace {
    const path = typeof context === "string" ? posix.normalize(context).replace(/(?<=.)\/$/, "") : "";
    if (!/^(?:\.|\.\.(?:\/\.\.)*)$/.test(path)) {
      throw new Mistake({
        where: "PythonContainer",
        what: `buildContext is ${shown(context)}`,
        allowed: "it is the project's folder or one above it, as a path from there",
        fix: 'write one like "." or "../.."',
      });
    }
    return new ProjectPlace(path, relativePath(resolve(folder, path), folder));
  }

  private constructor(
    /** The context's path from the project's folder. */
    public readonly context: string,
    /** The project's path in the context; empty where it is the context itself. */
    public readonly folder: string,
  ) {}

  /** The place in the context of a path from the project's folder; it starts with `..` where it lies outside. */
  public inContext(path: string): string {
    return posix.join(this.folder, path);
  }
}

/** The nearest folder in which all the paths lie, as a path from the folder in which they start. */
export function commonFolder(paths: readonly string[]): string {
  const heights = paths.map(
    (path) => /^(?:\.\.(?:\/|$))*/.exec(posix.normalize(path))?.[0].match(/\.\./g)?.length ?? 0,
  );
  return (
    Array(Math.max(0, ...heights))
      .fill("..")
      .join("/") || "."
  );
}
