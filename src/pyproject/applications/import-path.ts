import { posix } from "node:path";
import type { ProjectFacts } from "../facts";
import type { ProjectFolder } from "../files/project-folder";

/** What of a project tells where its modules are. */
export type ImportFacts = Pick<ProjectFacts, "installsProject" | "packageRoots">;

/** Where the image's Python finds the modules of a project, by the files that they are in. */
export class ImportPath {
  /** The folders of which each holds modules; the project's own one is the empty path. */
  public readonly places: readonly string[];

  private readonly roots: readonly string[];
  private readonly folders: readonly string[];

  /** An installed project is imported from the environment: of its folder only the packages are there. */
  public constructor(
    private readonly folder: ProjectFolder,
    { installsProject, packageRoots }: ImportFacts,
  ) {
    this.roots = packageRoots.value.map((root) => posix.normalize(root).replace(/^\.$|\/$/, ""));
    const ends = this.roots.map((root) => (root.endsWith(".py") ? parentOf(root) : root));
    const own = installsProject.value ? [] : [""];
    this.places = [...new Set([...own, ...ends])];
    this.folders = [...new Set([...own, ...this.roots.map(parentOf)])];
  }

  /** The source of a file; undefined where there is none, or where it is not imported. */
  public read(path: string): string | undefined {
    return this.moduleOf(path) === undefined ? undefined : this.folder.read(path);
  }

  /** The name by which a file is imported, for example `orders.main`. */
  public moduleOf(path: string): string | undefined {
    const root = this.roots.find((each) => each === path || path.startsWith(`${each}/`));
    const start = root === undefined ? (this.folders.includes("") ? "" : undefined) : parentOf(root);
    if (start === undefined) return undefined;
    const inside = start === "" ? path : path.slice(start.length + 1);
    const name = inside
      .replace(/\.py$/, "")
      .replace(/(?:^|\/)__init__$/, "")
      .replaceAll("/", ".");
    return /^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u.test(name) ? name : undefined;
  }

  /** The file of a module; undefined where it is not one of the project's. */
  public fileOf(module: string): string | undefined {
    const path = module.replaceAll(".", "/");
    const files = this.folders.flatMap((folder) =>
      [`${path}.py`, `${path}/__init__.py`].map((file) => posix.join(folder, file)),
    );
    return files.find((file) => this.read(file) !== undefined);
  }
}

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === "." ? "" : parent;
}
