import { posix, resolve } from "node:path";
import type { ObjectFile, Project, Task } from "projen";
import { BakeFile } from "../bake/bake-file";
import { shellWord } from "../dockerfile/quote";
import { FileGuard } from "../files/file-guard";
import type { PythonContainer } from "../python/python-container";
import { relativePath } from "../values/relative-path";

/** By it buildx passes a check that asks on a terminal, and fails elsewhere, since 0.20: older ones have no such option. */
const UNASKED = { name: "BUILDX_BAKE_ENTITLEMENTS_FS", value: "0" };

/** The images of a repository that are built by one bake file, once there are several. */
export class BakedImages {
  /** The file; undefined as long as there is one image alone. */
  public file?: BakeFile;

  private readonly containers = new Map<string, PythonContainer>();
  /** Its tasks, each with the command that stands in it. */
  private readonly tasks = new Map<Task, string>();

  /** @param project the root project, whose tasks build all images */
  constructor(private readonly project: Project) {}

  /** Adds an image, as a target by the name of its folder. */
  public add(container: PythonContainer, folder: string): void {
    const name = this.freeName(folder === "." ? posix.basename(container._summary.imageName) : folder);
    this.containers.set(name, container);
    if (this.containers.size < 2) return;
    this.file ??= new BakeFile(this.project);
    const { file } = this;
    for (const [each, image] of this.containers) if (!file.tryFindTarget(each)) image.addBakeTarget(file, each);
    const command = `docker buildx bake --file ${file.fileName}`;
    this.setTask("docker:bake", "Build all app images at once, where the builder puts them", command);
    this.setTask(
      "docker:build",
      "Build all app images at once, and load them",
      `${command} ${this.loading(file.file)}`,
    );
  }

  /** Completes the tasks, when the facts are known. */
  public settle(): void {
    const { root, outdir } = this.project;
    const builds = [...this.containers.values()].map((container) => container._summary.imageBuild);
    const isOutside = (context: string) => relativePath(outdir, resolve(root.outdir, context)).startsWith("..");
    // Whoever runs a task of the project forwards the agent, and lets builds see what lies beside the project's folder.
    if (!builds.some(({ sshId, context }) => sshId !== undefined || isOutside(context))) return;
    for (const task of this.tasks.keys()) task.env(UNASKED.name, UNASKED.value);
  }

  /**
   * The engine takes one platform, the desk's; where times are rewritten, the exporter has to be told. A file that people
   * write may have other targets, and bake stops at an option for one that is not there.
   */
  private loading({ absolutePath }: ObjectFile): string {
    if (FileGuard.of(this.project)._isLeft(absolutePath)) return "--load";
    const images = [...this.containers].map(([name, { _summary }]) => ({ name, ..._summary.outputNeeds }));
    const platform = images.some(({ hasPlatforms }) => hasPlatforms) ? ["*.platform=local"] : [];
    const isPlain = images.every(({ isReproducible }) => !isReproducible);
    const outputs = images.map(
      ({ name, isReproducible }) => `${name}.output=type=docker${isReproducible ? ",rewrite-timestamp=true" : ""}`,
    );
    const sets = [...platform, ...(isPlain ? [] : outputs)].map((each) => `--set ${shellWord(each)}`);
    return [...sets, ...(isPlain ? ["--load"] : [])].join(" ");
  }

  /** One image more changes the command, and nothing that the user did to the task. */
  private setTask(name: string, description: string, command: string): void {
    const task = this.project.tasks.tryFind(name) ?? this.project.addTask(name);
    const before = this.tasks.get(task);
    const at = task.steps.findIndex(({ exec }) => exec === before);
    if (before === undefined) {
      task.description = description;
      task.reset(command, { receiveArgs: true });
    } else if (at !== -1) task.updateStep(at, { ...task.steps[at], exec: command });
    this.tasks.set(task, command);
  }

  /** Folders may differ in what no target's name has, `default` stands for all, and a leading sign for an option. */
  private freeName(wanted: string): string {
    const name = wanted.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "") || "image";
    let free = name;
    for (let number = 2; free === "default" || this.containers.has(free); number += 1) free = `${name}-${number}`;
    return free;
  }
}
