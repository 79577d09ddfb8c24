import { resolve } from "node:path";
import { FileBase, Project, SampleFile } from "projen";
import { FileGuard } from "../../files/file-guard";
import { generatedText } from "../../files/generated-text";
import { relativePath } from "../../values/relative-path";
import { hasProgram } from "../backends/import-roots";
import { DiskFolder } from "./disk-folder";
import type { AncestorFolder, ProjectFolder } from "./project-folder";

/**
 * The folder of a projen project as it will be after the synth: files that projen manages come from memory, since those
 * on disk are not there yet, or are one synth old.
 */
export class ProjenFolder implements ProjectFolder {
  private readonly disk: DiskFolder;
  /** By the path from this folder, with `/`; those of parent projects start with `../`. */
  private readonly managed = new Map<string, FileBase>();
  /** What projen writes once, where it is missing. */
  private readonly samples = new Set<string>();
  private readonly texts = new Map<string, string | undefined>();

  /**
   * @param folder relative to the project's folder
   * @param module the package that the project will have; counts only as long as no other is there
   */
  public constructor(project: Project, folder: string, module: string | undefined) {
    const here = resolve(project.outdir, folder);
    this.disk = new DiskFolder(here);
    for (let each: Project | undefined = project; each !== undefined; each = each.parent) {
      for (const file of filesOf(each)) {
        this.managed.set(relativePath(here, file.absolutePath), file);
      }
    }
    for (const sample of project.components.filter((component) => component instanceof SampleFile)) {
      this.samples.add(relativePath(here, resolve(project.outdir, pathOf(sample))));
    }
    if (module !== undefined && !hasProgram(this)) this.texts.set(`${module}/__init__.py`, "");
  }

  public exists(path: string): boolean {
    // Without a look at the text: what a file says may itself depend on the facts.
    return this.isManaged(path) || this.samples.has(path) || this.disk.exists(path);
  }

  public read(path: string): string | undefined {
    return this.isManaged(path) ? this.textOf(path) : this.disk.read(path);
  }

  public list(path: string): readonly string[] {
    const start = path === "" ? "" : `${path}/`;
    const inside = [...this.managed.keys(), ...this.texts.keys()].filter((file) => file.startsWith(start));
    const names = inside.map((file) => file.slice(start.length).replace(/\/.*$/, "/")).filter((name) => name !== "../");
    return [...new Set([...this.disk.list(path), ...names])].sort();
  }

  public ancestors(): readonly AncestorFolder[] {
    return this.disk.ancestors();
  }

  public passedOver(): ReadonlyMap<string, string> {
    return this.disk.passedOver();
  }

  /** Takes over the text of a file that is known already; one on disk is looked at all the same. */
  public take(path: string, text: string): void {
    if (this.managed.has(path)) this.texts.set(path, text);
  }

  /** Would projen still write the files that were read as they were read? A dependency can be added at any time. */
  public isCurrent(): boolean {
    return [...this.texts].every(
      ([path, text]) => !this.managed.has(path) || contentOf(this.managed.get(path)) === text,
    );
  }

  private isManaged(path: string): boolean {
    return this.managed.has(path) || this.texts.has(path);
  }

  private textOf(path: string): string | undefined {
    if (!this.texts.has(path)) this.texts.set(path, contentOf(this.managed.get(path)));
    return this.texts.get(path);
  }
}

/** The text of a file as it will be after the synth: from projen's memory, or from disk. */
export function textAfterSynth(project: Project, path: string): string | undefined {
  const managed = managedFile(project, path);
  return managed === undefined ? new DiskFolder(project.outdir).read(path) : contentOf(managed);
}

/** Does projen write the file? */
export function isManaged(project: Project, path: string): boolean {
  return managedFile(project, path) !== undefined;
}

function managedFile(project: Project, path: string): FileBase | undefined {
  const absolute = resolve(project.outdir, path);
  return filesOf(project).find((file) => file.absolutePath === absolute);
}

/** The files of the project, without those of its subprojects. */
function filesOf(project: Project): FileBase[] {
  const guard = FileGuard.of(project);
  if (guard._still !== undefined) return guard._tree.componentsOf(project).filter((each) => each instanceof FileBase);
  const below = (construct: Project["node"]): FileBase[] =>
    construct.children.flatMap((child) => {
      if (Project.isProject(child)) return [];
      return [...(child instanceof FileBase ? [child] : []), ...below(child.node)];
    });
  return below(project.node);
}

/** The path of a sample is private, and there is no other way to know that the file will be there. */
function pathOf(sample: SampleFile): string {
  return (sample as unknown as { filePath: string }).filePath;
}

function contentOf(file: FileBase | undefined): string | undefined {
  return file && generatedText(file);
}
