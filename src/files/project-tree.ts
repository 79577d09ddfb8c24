import { dirname } from "node:path";
import { Component, FileBase, type Project } from "projen";

/**
 * What a tree of projects holds at one time, by project and by path.
 *
 * projen itself walks through all of the tree for each such question, and makes the path of each component on its way.
 */
export class ProjectTree {
  /** The components of all projects. */
  public readonly all: readonly Component[];

  private readonly components = new Map<Project, Component[]>();
  private readonly files = new Map<string, FileBase>();
  /** The files at and below each path. */
  private readonly below = new Map<string, FileBase[]>();

  constructor(private readonly root: Project) {
    this.all = root.node.findAll().filter((each) => Component.isComponent(each));
    for (const each of this.all) {
      put(this.components, each.project, each);
      if (each instanceof FileBase) this.add(each);
    }
  }

  /** The components of a project, without those of projects below it. */
  public componentsOf(project: Project): readonly Component[] {
    return this.components.get(project) ?? [];
  }

  /** The files of a project in the order of their paths, as projen has them. */
  public filesOf(project: Project): readonly FileBase[] {
    return this.componentsOf(project)
      .filter((each) => each instanceof FileBase)
      .sort((one, other) => one.path.localeCompare(other.path));
  }

  /** The file at an absolute path, of whichever project. */
  public fileAt(path: string): FileBase | undefined {
    return this.files.get(path);
  }

  /** The file at an absolute path, or those in the folder that is there. */
  public filesBelow(path: string): readonly FileBase[] {
    return this.below.get(path) ?? [];
  }

  private add(file: FileBase): void {
    const { absolutePath } = file;
    if (!this.files.has(absolutePath)) this.files.set(absolutePath, file);
    const { outdir } = this.root;
    put(this.below, absolutePath, file);
    for (let folder = dirname(absolutePath); folder.length > outdir.length; folder = dirname(folder)) {
      put(this.below, folder, file);
    }
    put(this.below, outdir, file);
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}
