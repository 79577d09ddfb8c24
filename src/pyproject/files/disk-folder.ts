import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { AncestorFolder, ProjectFolder } from "./project-folder";

/** A folder on disk. */
export class DiskFolder implements ProjectFolder {
  private above?: readonly AncestorFolder[];

  public constructor(private readonly path: string) {}

  public exists(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  public read(path: string): string | undefined {
    const file = join(this.path, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, "utf8") : undefined;
  }

  public list(path: string): readonly string[] {
    const folder = join(this.path, path);
    const isFolder = (entry: string) => statSync(entry, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (!isFolder(folder)) return [];
    const names = readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const leadsToFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(folder, entry.name)));
      return leadsToFolder ? `${entry.name}/` : entry.name;
    });
    return names.sort();
  }

  public ancestors(): readonly AncestorFolder[] {
    this.above ??= this.findAncestors();
    return this.above;
  }

  private findAncestors(): AncestorFolder[] {
    const above: AncestorFolder[] = [];
    for (let folder = this.path; !existsSync(join(folder, ".git")) && dirname(folder) !== folder; ) {
      folder = dirname(folder);
      const inside = relative(folder, this.path).split(sep).join("/");
      above.push({ path: inside.replaceAll(/[^/]+/g, ".."), inside });
    }
    return above;
  }
}
