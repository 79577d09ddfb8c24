import { posix } from "node:path";
import type { AncestorFolder, ProjectFolder } from "./project-folder";

/** Another folder of the same repository, seen from there. */
export class FolderAt implements ProjectFolder {
  /** @param path the folder's path from the one that is given */
  public constructor(
    private readonly folder: ProjectFolder,
    private readonly path: string,
  ) {}

  public exists(path: string): boolean {
    return this.folder.exists(this.seen(path));
  }

  public read(path: string): string | undefined {
    return this.folder.read(this.seen(path));
  }

  public list(path: string): readonly string[] {
    return this.folder.list(this.seen(path));
  }

  public ancestors(): readonly AncestorFolder[] {
    const parts = (inRepository(this.folder, this.path) ?? "").split("/").filter((part) => part !== "");
    return parts.map((_, at) => ({
      path: Array(at + 1)
        .fill("..")
        .join("/"),
      inside: parts.slice(parts.length - at - 1).join("/"),
    }));
  }

  /** By the paths from the folder that was given, by which messages name all that is found. */
  public passedOver(): ReadonlyMap<string, string> {
    return this.folder.passedOver();
  }

  /** The folder from which it is seen, and a path as it is seen from there. */
  public from(path: string): { readonly folder: ProjectFolder; readonly path: string } {
    return { folder: this.folder, path: this.seen(path) };
  }

  private seen(path: string): string {
    return shortPath(this.folder, posix.join(this.path, path)) ?? posix.join(this.path, path);
  }
}

/**
 * The shortest way to a path: `../rules` for `../../libs/rules` seen from `libs/orders`; empty for the folder itself.
 * Undefined where it leads out of the repository.
 */
export function shortPath(folder: ProjectFolder, path: string): string | undefined {
  const place = inRepository(folder, path);
  return place === undefined ? undefined : posix.relative(`/${inRepository(folder, "")}`, `/${place}`);
}

/** A path from the repository's own folder; undefined where it leads out of that. */
function inRepository(folder: ProjectFolder, path: string): string | undefined {
  const place = posix.join(folder.ancestors().at(-1)?.inside ?? "", path);
  return place === ".." || place.startsWith("../") ? undefined : place.replace(/^\.$|\/$/, "");
}
