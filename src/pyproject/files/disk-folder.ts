import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Mistake, shown } from "../../values/mistake";
import { decodedText } from "./decode-text";
import type { AncestorFolder, ProjectFolder } from "./project-folder";

/** A folder on disk. */
export class DiskFolder implements ProjectFolder {
  private above?: readonly AncestorFolder[];
  private boundary?: { readonly path: string | undefined };

  public constructor(private readonly path: string) {}

  /** @throws where the path is a symbolic link that leads out of the repository */
  public exists(path: string): boolean {
    const exists = existsSync(join(this.path, path));
    if (exists) this.refuseForeignLink(path);
    return exists;
  }

  /** @throws where the file can't be read, is no text, or is a symbolic link that leads out of the repository */
  public read(path: string): string | undefined {
    const file = join(this.path, path);
    if (!existsSync(file)) return undefined;
    return readable(path, () => {
      if (!statSync(file).isFile()) return undefined;
      this.refuseForeignLink(path);
      return decodedText(readFileSync(file), path);
    });
  }

  public list(path: string): readonly string[] {
    const folder = join(this.path, path);
    if (!isFolder(folder) || this.foreignTarget(path) !== undefined) return [];
    return readable(path === "" ? "." : path, () => {
      const names = readdirSync(folder, { withFileTypes: true }).map((entry) => {
        const leadsToFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(folder, entry.name)));
        return leadsToFolder ? `${entry.name}/` : entry.name;
      });
      return names.sort();
    });
  }

  public ancestors(): readonly AncestorFolder[] {
    this.above ??= this.findAncestors();
    return this.above;
  }

  private findAncestors(): AncestorFolder[] {
    const above: AncestorFolder[] = [];
    for (let folder = this.path; !isRepository(folder) && dirname(folder) !== folder; ) {
      folder = dirname(folder);
      const inside = relative(folder, this.path).split(sep).join("/");
      above.push({ path: inside.replaceAll(/[^/]+/g, ".."), inside });
    }
    return above;
  }

  /** A build context holds no file from outside, whatever a link says. */
  private refuseForeignLink(path: string): void {
    const target = this.foreignTarget(path);
    if (target === undefined) return;
    throw new Mistake({
      where: path,
      what: `is or lies behind a symbolic link to ${shown(target)}, out of the repository`,
      allowed: "a build sees the files of the repository alone",
      fix: "copy the file into the repository in place of the link",
    });
  }

  /** Where the path really lies, if that is outside of the repository; undefined also where there is no repository. */
  private foreignTarget(path: string): string | undefined {
    this.boundary ??= { path: this.repository() };
    const root = this.boundary.path;
    if (root === undefined || !existsSync(join(this.path, path))) return undefined;
    const target = realpathSync(join(this.path, path));
    return target === root || target.startsWith(`${root}${sep}`) ? undefined : target;
  }

  private repository(): string | undefined {
    for (let folder = this.path; ; folder = dirname(folder)) {
      if (isRepository(folder)) return realpathSync(folder);
      if (dirname(folder) === folder) return undefined;
    }
  }
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, ".git"));
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** What the file system refuses, in one sentence. */
function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Mistake ? undefined : (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const isDenied = code === "EACCES" || code === "EPERM";
    throw new Mistake({
      where: path,
      what: isDenied ? "can't be read: permission denied" : `can't be read: ${code}`,
      fix: isDenied ? `give yourself the permission, for example with chmod u+rX ${shown(path)}` : "mend the file",
    });
  }
}
