import { isAbsolute, resolve } from "node:path";
import { FileBase, type Project } from "projen";

/**
 * Spares projen a walk through the whole tree for each new file, which takes a time that grows with the square of the
 * number of projects.
 *
 * The constructor of every file asks the root project first whether there is one of its path already. So a path that no file
 * had at the start, and that nobody has asked for since, has none now; all others are looked for as ever.
 */
export class AskedPaths {
  private readonly asked: Set<string>;

  constructor(private readonly root: Project) {
    const files = root.node.findAll().filter((each): each is FileBase => each instanceof FileBase);
    this.asked = new Set(files.map(({ absolutePath }) => absolutePath));
    const find = root.tryFindFile.bind(root);
    root.tryFindFile = (path) => {
      const absolute = isAbsolute(path) ? path : resolve(root.outdir, path);
      if (this.asked.has(absolute)) return find(path);
      this.asked.add(absolute);
      return undefined;
    };
    this.walk = find;
  }

  private readonly walk: Project["tryFindFile"];

  /** Makes sure that projen has asked for a file that was made: in a version that does not, it has to walk again. */
  public expect({ absolutePath }: FileBase): void {
    if (!this.asked.has(absolutePath)) this.root.tryFindFile = this.walk;
  }
}
