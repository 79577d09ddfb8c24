import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { Mistake, shown } from "../../values/mistake";
import { relativePath } from "../../values/relative-path";
import { decodedText } from "./decode-text";
import type { AncestorFolder, ProjectFolder } from "./project-folder";

/** A folder on disk. */
export class DiskFolder implements ProjectFolder {
  private above?: readonly AncestorFolder[];
  private readonly passed = new Map<string, string>();
  /** The folder of the repository, which no synth makes; null where there is none. */
  private repository?: string | null;

  public constructor(private readonly path: string) {}

  /** @throws where the path lies outside of the repository, or is a symbolic link that leads there */
  public exists(path: string): boolean {
    const exists = this.stats(path) !== undefined;
    if (exists) this.refuseForeign(path);
    return exists;
  }

  /** @throws where the file can't be read, is no text, lies outside of the repository, or is a link that leads there */
  public read(path: string): string | undefined {
    if (!this.stats(path)?.isFile()) return undefined;
    this.refuseForeign(path);
    return readable(path, () => decodedText(readFileSync(join(this.path, path)), path));
  }

  public list(path: string): readonly string[] {
    if (!this.stats(path)?.isDirectory() || this.isOutside(path)) return [];
    const folder = join(this.path, path);
    const target = this.foreignTarget(path);
    const closed = target === undefined ? this.closedFolder(path) : undefined;
    if (target !== undefined) this.passed.set(path, `${path} leads to ${shown(target)}, out of ${this.whole()}`);
    if (closed !== undefined) this.passOver(closed);
    if (target !== undefined || closed !== undefined) return [];
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

  public passedOver(): ReadonlyMap<string, string> {
    return new Map([...this.passed].map(([path, reason]) => [path, `${reason}: it is passed over`]));
  }

  private findAncestors(): AncestorFolder[] {
    const above: AncestorFolder[] = [];
    for (let folder = this.path; !isRepository(folder) && dirname(folder) !== folder; ) {
      folder = dirname(folder);
      const inside = relativePath(folder, this.path);
      above.push({ path: inside.replaceAll(/[^/]+/g, ".."), inside });
    }
    return above;
  }

  /** What lies there; undefined where nothing does, or where a folder or a link on the way shows nothing. */
  private stats(path: string): Stats | undefined {
    const file = join(this.path, path);
    try {
      // Most of what is looked for is not there, and that is one look then.
      const stats = lstatSync(file, { throwIfNoEntry: false });
      if (!stats?.isSymbolicLink()) return stats;
      return statSync(file);
    } catch (error) {
      const closed = isDenied(error) ? this.closedFolder(path) : undefined;
      if (closed !== undefined) {
        this.passOver(closed);
        return undefined;
      }
    }
    if (isLink(file)) {
      this.passed.set(path, `${path} is a symbolic link to ${shown(readlinkSync(file))}, where nothing is`);
    }
    return undefined;
  }

  /** The first folder on the way to a path, that itself included, that the user has no permission to read. */
  private closedFolder(path: string): string | undefined {
    const parts = path.split("/");
    const folders = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
    return folders.find((folder) => isFolder(join(this.path, folder)) && !isOpen(join(this.path, folder)));
  }

  private passOver(folder: string): void {
    this.passed.set(folder, `${folder} can't be read: permission denied (chmod u+rX ${shown(folder)} gives it)`);
  }

  /** A build context holds no file from outside, whatever a link says. */
  private refuseForeign(path: string): void {
    const isOutside = this.isOutside(path);
    const target = isOutside ? undefined : this.foreignTarget(path);
    if (!isOutside && target === undefined) return;
    const link = `is or lies behind a symbolic link to ${shown(target)}, out of ${this.whole()}`;
    throw new Mistake({
      where: path,
      what: isOutside ? "lies outside of the repository" : link,
      allowed: `a build sees the files of ${this.whole()} alone`,
      fix: `copy the file into ${this.whole()}${isOutside ? "" : " in place of the link"}`,
    });
  }

  /** Does the path itself, whatever is a link on the way, lead out of the repository? */
  private isOutside(path: string): boolean {
    const root = this.repositoryAround();
    return root !== undefined && !liesIn(join(this.path, path), root);
  }

  /** Where the path really lies, if that is outside of what belongs together. */
  private foreignTarget(path: string): string | undefined {
    const target = realpathSync.native(join(this.path, path));
    return liesIn(target, realpathSync.native(this.boundary(path))) ? undefined : target;
  }

  /**
   * The folder out of which no link may lead: that of the repository, and without one the outermost with a pyproject.toml,
   * or what the path itself names with `..`.
   */
  private boundary(path: string): string {
    const repository = this.repositoryAround();
    if (repository !== undefined) return repository;
    const named = join(this.path, /^(?:\.\.(?:\/|$))*/.exec(path)?.[0] ?? "");
    const projects = this.ancestors().map((above) => join(this.path, above.path));
    const outermost = projects.filter((folder) => existsSync(join(folder, "pyproject.toml"))).at(-1) ?? this.path;
    return [named, outermost].sort((a, b) => a.length - b.length)[0];
  }

  private whole(): string {
    return this.repositoryAround() === undefined ? "the project" : "the repository";
  }

  private repositoryAround(): string | undefined {
    if (this.repository === undefined) this.repository = repositoryOf(this.path) ?? null;
    return this.repository ?? undefined;
  }
}

/** The folder of the repository around a folder. */
export function repositoryOf(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (isRepository(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, ".git"));
}

/** Whether the path is the folder, or lies in it. */
export function liesIn(path: string, folder: string): boolean {
  return (
    path === folder || path.replace(/\/$/, "") === folder || path.startsWith(folder === sep ? sep : `${folder}${sep}`)
  );
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

/** May the folder be listed, and what is in it be looked at? */
function isOpen(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDenied(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM";
}

/** What the file system refuses, in one sentence. */
function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Mistake ? undefined : (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new Mistake({
      where: path,
      what: isDenied(error) ? "can't be read: permission denied" : `can't be read: ${code}`,
      fix: isDenied(error)
        ? `give yourself the permission, for example with chmod u+rX ${shown(path)}`
        : "mend the file",
    });
  }
}
