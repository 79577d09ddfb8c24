import { basename, resolve } from "node:path";
import { EndOfLine, Project, typescript } from "projen";
import type { BakeFile } from "../bake/bake-file";
import { ComposeFile } from "../compose/compose-file";
import { FileGuard } from "../files/file-guard";
import { DiskFolder } from "../pyproject/files/disk-folder";
import { readFolder } from "../pyproject/read-folder";
import { imageNameOf } from "../python/parse-options";
import { PythonContainer } from "../python/python-container";
import type { PythonContainerOptions } from "../python/python-container-options";
import { Mistake, shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import { Automation } from "./automation";
import { BakedImages } from "./baked-images";
import { checkCreation } from "./check-creation";
import type { ExistingPythonProjectOptions } from "./existing-python-project-options";
import { checkFolder, foldersOf, optionsIn, parseFolder } from "./folder-options";
import { addFolderTasks, leaveOutTests } from "./folder-tasks";
import { mergeGitFiles } from "./merged-git-files";
import { ProjenrcHost } from "./projenrc-host";
import { RootProjenrc } from "./root-projenrc";
import { TidyNewProjenrc } from "./tidy-new-projenrc";
import { tidyProjenrc } from "./tidy-projenrc";

const WHERE = "ExistingPythonProject";

/**
 * Dockerfile, compose file, dev container and .dockerignore beside a pyproject.toml that people write; in a repository of
 * several Python projects, for each of them.
 *
 * pyproject.toml is read and never written. `.gitignore`, `.gitattributes` and `package.json` get what is missing there;
 * every other file stays as it is.
 *
 * @pjid existing-python-container
 */
export class ExistingPythonProject extends Project {
  private readonly composePerFolder: boolean;
  private readonly automation: Automation;
  private readonly baked?: BakedImages;
  private readonly ownContainer?: PythonContainer;
  private shared?: ComposeFile;

  /**
   * @throws where an option is not valid; at its creation also where the repository is a projen project already, or
   *   `projen new` would commit to it
   */
  constructor(options: ExistingPythonProjectOptions = {}) {
    super({
      ...options,
      name: options.name ?? nameIn(resolve(options.parent?.outdir ?? "", options.outdir ?? ""), options),
      // Anything else would have git write every file of the repository again.
      gitOptions: { endOfLine: EndOfLine.NONE, ...options.gitOptions },
    });
    if (this.initProject) {
      checkCreation(this.outdir, this.initProject.args);
      tidyProjenrc(this.initProject);
    }
    mergeGitFiles(this);

    this.composePerFolder = options.composePerFolder ?? false;
    this.automation = new Automation(this, options);
    if (options.bakeFile ?? true) this.baked = new BakedImages(this);
    const folders = foldersOf(this, options);
    if (folders === undefined) {
      this.ownContainer = new PythonContainer(this, options);
      this.addImage(this.ownContainer, ".");
    } else {
      const { existingFiles, handWrittenFiles = [] } = options;
      if (existingFiles !== undefined) FileGuard.of(this).decide(this, existingFiles);
      FileGuard.of(this).leave(this, ...handWrittenFiles);
      const common = optionsIn(options);
      if (folders.includes(".")) {
        this.ownContainer = new PythonContainer(this, common);
        this.addImage(this.ownContainer, ".");
      }
      for (const folder of folders.filter((each) => each !== ".")) this.addPythonProject(folder, common);
    }

    if (this.parent) {
      new RootProjenrc(this);
      return;
    }
    const rcFile = new typescript.ProjenrcTs(this, options.projenrcTsOptions);
    new ProjenrcHost(this, rcFile, options.projenrcTsOptions?.runner !== undefined);
    if (this.initProject) new TidyNewProjenrc(rcFile);
  }

  /**
   * The container files of the Python project in the root folder, for changes.
   *
   * @throws where the repository has its Python projects in other folders only
   */
  public get container(): PythonContainer {
    if (this.ownContainer !== undefined) return this.ownContainer;
    throw new Mistake({
      where: WHERE,
      what: "there is no Python project in the root folder",
      allowed: `there are those in ${this.pythonProjects.map((each) => shown(each.folder)).join(", ") || "no folder"}`,
      fix: 'use findPythonProject("<folder>").container',
    });
  }

  /**
   * The compose file: of a repository with several Python projects the one over all of them.
   *
   * @throws where each of them has a file of its own
   */
  public get compose(): ComposeFile {
    const compose = this.shared ?? this.ownContainer?.compose;
    if (compose !== undefined) return compose;
    throw new Mistake({
      where: WHERE,
      what: "there is no compose file in the root folder",
      allowed: "with composePerFolder each Python project has its own",
      fix: 'use findPythonProject("<folder>").container.compose',
    });
  }

  /**
   * The bake file, by which one command builds the images of all Python projects.
   *
   * @throws where there is none: there is one image alone, or `bakeFile` is false
   */
  public get bake(): BakeFile {
    if (this.baked?.file !== undefined) return this.baked.file;
    throw new Mistake({
      where: WHERE,
      what: "there is no bake file",
      allowed: "there is one where the repository has several Python projects, and bakeFile is not false",
      fix: "add the others first, by folders or addPythonProject",
    });
  }

  /** The Python projects in the folders below, in the order in which they were added. */
  public get pythonProjects(): ExistingPythonProject[] {
    return this.subprojects.filter((each) => each instanceof ExistingPythonProject);
  }

  /** The project's folder, from the parent's; `.` for a root project. */
  public get folder(): string {
    return this.parent === undefined ? "." : pathFrom(this.parent, this.outdir);
  }

  /**
   * Adds the Python project of a folder, with options of its own.
   *
   * Its services go to the compose file in the root folder, but where `composePerFolder` says otherwise.
   *
   * @param folder from this project's folder, for example `services/api`
   * @throws where the folder is none, is not there, or was added already
   */
  public addPythonProject(folder: string, options: PythonContainerOptions = {}): ExistingPythonProject {
    const path = parseFolder(folder);
    if (path === ".") throw rootAdded();
    if (this.pythonProjects.some((each) => each.folder === path)) {
      throw new Mistake({ where: WHERE, what: `the folder ${shown(folder)} is added twice`, fix: "add it once" });
    }
    checkFolder(this, path);
    const composeFile = this.composePerFolder ? undefined : this.sharedCompose();
    const name = this.freeName(path, options);
    const added = new ExistingPythonProject({ composeFile, ...options, parent: this, outdir: path, name });
    this.addImage(added.container, path);
    addFolderTasks(this, added, path, {
      hasSharedCompose: composeFile !== undefined,
      hasBakeFile: this.baked?.file !== undefined,
    });
    return added;
  }

  /**
   * The Python project of a folder.
   *
   * @throws where there is none, with the folders there are
   */
  public findPythonProject(folder: string): ExistingPythonProject {
    const found = this.pythonProjects.find((each) => each.folder === parseFolder(folder));
    if (found !== undefined) return found;
    throw new Mistake({
      where: WHERE,
      what: `there is no Python project of the folder ${shown(folder)}`,
      allowed: `there are those of ${this.pythonProjects.map((each) => shown(each.folder)).join(", ") || "no folder"}`,
      fix: "name one of them, or addPythonProject",
    });
  }

  /** @throws where there is no Python project in it */
  public preSynthesize(): void {
    for (const { folder, ownContainer } of this.pythonProjects) {
      if (ownContainer?._summary.hasTests === false) leaveOutTests(this, folder);
    }
    this.baked?.settle();
    if (this.ownContainer !== undefined || this.pythonProjects.length > 0) return;
    throw new Mistake({
      where: WHERE,
      what: "folders is empty, and no Python project is added",
      allowed: "a repository has at least one",
      fix: 'name it: folders: ["services/api"], or leave folders out where it is in the root folder',
    });
  }

  /** Has GitHub fold files in reviews, by the block in `.gitattributes`. */
  public annotateGenerated(glob: string): void {
    this.gitattributes.addAttributes(glob, "linguist-generated");
  }

  private addImage(container: PythonContainer, folder: string): void {
    this.automation.add(container);
    this.baked?.add(container, folder);
  }

  private sharedCompose(): ComposeFile {
    this.shared ??= this.ownContainer?.compose ?? new ComposeFile(this);
    return this.shared;
  }

  /** Two projects of one repository may have the same name in their pyproject.toml, or names of which images are named alike. */
  private freeName(folder: string, options: PythonContainerOptions): string {
    const others = [...this.pythonProjects, ...(this.ownContainer === undefined ? [] : [this])];
    const taken = new Set(others.map((each) => imageNameOf(each.name)));
    const isFree = (name: string) => !taken.has(imageNameOf(name));
    const name = nameIn(resolve(this.outdir, folder), options);
    if (isFree(name)) return name;
    const byFolder = folder.replaceAll("/", "-");
    let free = byFolder;
    for (let number = 2; !isFree(free); number += 1) free = `${byFolder}-${number}`;
    return free;
  }
}

function rootAdded(): Mistake {
  return new Mistake({
    where: WHERE,
    what: 'the folder "." is the root folder',
    allowed: "addPythonProject adds those below it",
    fix: 'name it among the folders: folders: ["."]',
  });
}

function pathFrom(parent: Project, folder: string): string {
  return relativePath(parent.outdir, folder);
}

/** What is wrong in pyproject.toml is told at the synth. */
function nameIn(folder: string, { packageManager }: PythonContainerOptions): string {
  try {
    const name = readFolder(new DiskFolder(folder), { packageManager })?.name?.value.written;
    if (name) return name;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
  }
  return basename(folder);
}
