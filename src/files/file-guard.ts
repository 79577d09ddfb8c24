import type { IConstruct } from "constructs";
import { Component, type FileBase, Project } from "projen";
import type { CheckedParts } from "../drift/check-report";
import { ContainerChecks } from "../findings/container-checks";
import type { RuleName } from "../findings/rules";
import { Mistake, shown } from "../values/mistake";
import { AskedPaths } from "./asked-paths";
import { endCheck, isChecking, returnWhereChecked } from "./check-mode";
import { Authorship, authorshipOf } from "./checksum";
import { ExistingFiles } from "./existing-files";
import { listedFiles } from "./file-list";
import { foundAt } from "./found-entry";
import { GuardedFile } from "./guarded-file";
import { LastLook } from "./last-look";
import { checkLeft, pathOfFile } from "./left-files";
import type { LookedProject } from "./looked-project";
import { orphansOf } from "./orphans";
import { overwrittenIn } from "./overwritten";
import type { OwnContent } from "./own-content";
import { ProjectTree } from "./project-tree";
import { refusal } from "./refusal";
import { restrainCleanup } from "./restrain-cleanup";
import { Stillness } from "./stillness";
import { type FindWay, rememberedWays } from "./way-to-folder";
import { WhileStill } from "./while-still";

const NAME = "FileGuard";
/** What stops no synth, which writes the file by which the lock file is made again, but fails a check. */
const LOCK_RULES: readonly RuleName[] = ["LockMissing", "LockStale"];
const ALL = Object.values(ExistingFiles);

/**
 * Watches over the files that this module generates in a project and its subprojects: before one of them is written it
 * looks at all of them, and stops the synth where people wrote or changed one.
 *
 * It is there by itself; this is where to say what becomes of such files.
 */
export class FileGuard extends Component {
  /** The guard of the scope's root project. */
  public static of(scope: IConstruct): FileGuard {
    const { root } = Project.of(scope);
    const there = root.node.tryFindChild(NAME);
    return there instanceof FileGuard ? there : new FileGuard(root);
  }

  private readonly files = new Map<FileBase, GuardedFile>();
  private readonly paths = new Set<string>();
  private readonly policies = new Map<Project, ExistingFiles>();
  /** The projects at which a project above has looked in the synth that runs. */
  private readonly seen = new Set<Project>();
  /** Absolute paths of what people write. */
  private readonly left = new Set<string>();
  /** Those of them that were files of projen's own components. */
  private readonly taken = new Set<string>();
  private readonly looks = new Map<Project, LastLook>();
  private readonly checkedParts: (() => CheckedParts)[] = [];
  private readonly tree: WhileStill<ProjectTree>;
  private readonly asked: AskedPaths;
  private readonly preparations = new Map<Project, (() => void)[]>();
  private readonly stillness = new Stillness();

  private constructor(root: Project) {
    super(root, NAME);
    this.asked = new AskedPaths(root);
    this.tree = new WhileStill(this, () => new ProjectTree(root));
  }

  /**
   * Says what becomes of files that people wrote or changed.
   *
   * @param project the project in which they lie; for subprojects too that say nothing else
   * @throws where another decision was made for it before
   */
  public decide(project: Project, existing: ExistingFiles): void {
    const where = "FileGuard.decide";
    this.checkTree(where, project);
    if (!ALL.includes(existing)) {
      const allowed = `it is one of ${ALL.map((each) => shown(each)).join(", ")}`;
      throw new Mistake({ where: "existingFiles", what: `${shown(existing)} is not valid`, allowed });
    }
    const before = this.policies.get(project) ?? existing;
    if (before !== existing) {
      const what = `${shown(existing)} is asked for project ${shown(project.name)}, which has ${shown(before)} already`;
      throw new Mistake({ where, what, fix: "decide once for a project" });
    }
    this.policies.set(project, existing);
  }

  /**
   * Leaves files to those who write them: they are neither generated nor removed.
   *
   * @param project the project whose files they are
   * @param paths of files that are there or would be generated: from the folder of the project, or from the root's into it
   */
  public leave(project: Project, ...paths: string[]): void {
    this.checkTree("FileGuard.leave", project);
    for (const path of paths) {
      const absolute = pathOfFile(project, path);
      this.left.add(absolute);
      for (const guarded of this.files.values()) if (guarded.file.absolutePath === absolute) guarded.leave();
    }
  }

  /**
   * Whether the file is left to people.
   *
   * @internal
   */
  public _isLeft(absolutePath: string): boolean {
    return this.left.has(absolutePath);
  }

  /**
   * Whether a file beside those of this module is of another hand, of people or of another component, and nobody has said
   * that it shall be there: it is not left to people.
   *
   * @internal
   */
  public _isRival(absolutePath: string): boolean {
    if (this.paths.has(absolutePath) || this.left.has(absolutePath)) return false;
    const found = foundAt(absolutePath);
    return found.kind === "file" ? authorshipOf(found.text) !== Authorship.GENERATED : found.kind === "link";
  }

  /** @internal */
  public _watch(file: FileBase, content: OwnContent): GuardedFile {
    const guarded = new GuardedFile(file, content, () => this.policyOf(file.project));
    this.files.set(file, guarded);
    this.paths.add(file.absolutePath);
    this.asked.expect(file);
    if (this.left.has(file.absolutePath)) guarded.leave();
    this.lookLast(file.project);
    return guarded;
  }

  /**
   * Gives what a check of the project looks at besides the files themselves.
   *
   * @param parts is asked once all files were looked at
   * @internal
   */
  public _addCheckedParts(parts: () => CheckedParts): void {
    this.checkedParts.push(parts);
  }

  /**
   * While it is the same object, nothing is added to any file: what was found late need not be found again. Undefined
   * while something may be added at any time.
   *
   * @internal
   */
  public get _still(): object | undefined {
    return this.stillness.now;
  }

  /**
   * What all projects of the tree have.
   *
   * @internal
   */
  public get _tree(): ProjectTree {
    return this.tree.value;
  }

  /**
   * Has something done before the files of a project are looked at and written, when all is known that they depend on.
   *
   * @param prepare adds nothing to any file
   * @internal
   */
  public _prepareLast(project: Project, prepare: () => void): void {
    this.preparations.set(project, [...(this.preparations.get(project) ?? []), prepare]);
  }

  /**
   * Looks at files outside of a synth, and adds nothing to any of them.
   *
   * @internal
   */
  public _holdStill<T>(look: () => T): T {
    return this.stillness.during(look);
  }

  /**
   * Looks at everything in a project and those below it, before the first file is written or removed.
   *
   * @throws what checks find wrong, or the list of files that would be lost
   */
  private look(project: Project, last: LastLook): void {
    const below = project.subprojects.flatMap(treeOf);
    const projects = [project, ...below];
    const locks = ContainerChecks._look(projects, isChecking() ? LOCK_RULES : []);
    this.checkLeft();
    this.leaveUnguarded();
    const wayTo = rememberedWays();
    const looked = projects.map((each) => this.lookedAt(each, wayTo));
    const files = looked.flatMap((each) => each.files);
    const orphans = looked.map((each) => ({ ...each, orphans: orphansOf(each) }));
    const kept = new Set([...files.map(({ absolutePath }) => absolutePath), ...this.left]);
    const removed = orphans.flatMap((each) => each.orphans).filter(({ absolutePath }) => !kept.has(absolutePath));
    const lost = [...looked.flatMap((each) => overwrittenIn(each, (file) => this.files.has(file))), ...removed];
    const guarded = files.flatMap((file) => this.files.get(file) ?? []);
    const obstacles = [...guarded, ...lost].flatMap((each) => each.obstacle(wayTo) ?? []);
    for (const each of below) this.seen.add(each);
    this.stillness.looked(project, below, last);
    if (isChecking()) {
      const guardedOf = (file: FileBase) => this.files.get(file);
      endCheck(project, { last, obstacles, removed, guardedOf, locks, parts: this.checkedParts });
    }
    if (obstacles.length > 0) throw refusal(obstacles, { isCreation: project.root.initProject !== undefined });
    for (const each of lost) each.keep();
    for (const each of orphans) restrainCleanup(each, each.orphans, kept);
  }

  private lookedAt(project: Project, wayTo: FindWay): LookedProject {
    const files = this._tree.filesOf(project);
    return { project, files, listed: listedFiles(project, wayTo), existing: this.policyOf(project) };
  }

  private checkTree(where: string, project: Project): void {
    if (project.root === this.project) return;
    throw new Mistake({
      where,
      what: `project ${shown(project.name)} is not one of the tree of ${shown(this.project.name)}`,
      fix: `ask its own guard: FileGuard.of(project)`,
    });
  }

  private checkLeft(): void {
    const { root } = this.project;
    const generated = [...this._tree.filesBelow(root.outdir).map(({ absolutePath }) => absolutePath), ...this.taken];
    for (const path of this.left) checkLeft(root, path, generated);
  }

  /** Takes files of projen's own components that people write out of the project: nothing else keeps them as they are. */
  private leaveUnguarded(): void {
    const { root } = this.project;
    for (const path of this.left) {
      const file = root.tryFindFile(path);
      if (file === undefined || this.files.has(file)) continue;
      root.tryRemoveFile(path);
      this.taken.add(path);
      this.tree.forget();
    }
  }

  private policyOf(project: Project): ExistingFiles {
    const own = this.policies.get(project);
    if (own !== undefined) return own;
    return project.parent === undefined ? ExistingFiles.REFUSE : this.policyOf(project.parent);
  }

  /** All that adds to a file before it is written shall have done so: in its project, and in those above. */
  private lookLast(project: Project): void {
    if (isChecking() && !this.looks.has(project)) returnWhereChecked(project);
    if (!this.looks.get(project)?.isLast) {
      this.looks.get(project)?.remove();
      const look: LastLook = new LastLook(project, {
        look: () => this.takeTurn(project, look),
        end: () => this.stillness.end(project),
      });
      this.looks.set(project, look);
    }
    if (project.parent !== undefined) this.lookLast(project.parent);
  }

  /** All that adds something to a project has done so, in those above it too. */
  private takeTurn(project: Project, last: LastLook): void {
    const isSeen = this.seen.delete(project);
    if (!isSeen) this.stillness.stop();
    this.stillness.begin();
    try {
      for (const prepare of this.preparations.get(project) ?? []) prepare();
      if (isSeen) this.stillness.goOn(last);
      else this.look(project, last);
    } catch (error) {
      this.stillness.stop();
      throw error;
    }
  }
}

function treeOf(project: Project): Project[] {
  return [project, ...project.subprojects.flatMap(treeOf)];
}
