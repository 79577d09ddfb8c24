import type { IConstruct } from "constructs";
import { Component, type FileBase, Project } from "projen";
import type { CheckedParts } from "../drift/check-report";
import { ContainerChecks } from "../findings/container-checks";
import type { RuleName } from "../findings/rules";
import { Mistake, shown } from "../values/mistake";
import { endCheck, isChecking, returnWhereChecked } from "./check-mode";
import { Authorship, authorshipOf } from "./checksum";
import { ExistingFiles } from "./existing-files";
import { foundAt } from "./found-entry";
import { GuardedFile } from "./guarded-file";
import { LastLook } from "./last-look";
import { checkLeft, pathOfFile } from "./left-files";
import type { LostFile } from "./lost-file";
import { orphansOf } from "./orphans";
import { overwrittenIn } from "./overwritten";
import type { OwnContent } from "./own-content";
import { refusal } from "./refusal";
import { restrainCleanup } from "./restrain-cleanup";

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
  private readonly policies = new Map<Project, ExistingFiles>();
  /** The projects at which a project above has looked in the synth that runs. */
  private readonly seen = new Set<Project>();
  /** Absolute paths of what people write. */
  private readonly left = new Set<string>();
  /** Those of them that were files of projen's own components. */
  private readonly taken = new Set<string>();
  private readonly looks = new Map<Project, LastLook>();
  private readonly checkedParts: (() => CheckedParts)[] = [];
  private still?: object;
  /** It stands while the files of one project are written: until another one looks for what was added meanwhile. */
  private writing?: object;

  private constructor(root: Project) {
    super(root, NAME);
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
    const isOurs = [...this.files.keys()].some((file) => file.absolutePath === absolutePath);
    if (isOurs || this.left.has(absolutePath)) return false;
    const found = foundAt(absolutePath);
    return found.kind === "file" ? authorshipOf(found.text) !== Authorship.GENERATED : found.kind === "link";
  }

  /** @internal */
  public _watch(file: FileBase, content: OwnContent): GuardedFile {
    const guarded = new GuardedFile(file, content, () => this.policyOf(file.project));
    this.files.set(file, guarded);
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
   * While it is the same object, nothing is added to any file: what was computed late need not be computed again.
   *
   * @internal
   */
  public get _still(): object | undefined {
    return this.still ?? this.writing;
  }

  /**
   * Looks at what is there, and adds nothing to any file.
   *
   * @param still what `_still` is meanwhile
   * @internal
   */
  public _holdStill(look: () => void, still: object = {}): void {
    const before = this.still;
    this.still ??= still;
    try {
      look();
    } finally {
      this.still = before;
    }
  }

  /**
   * Looks at everything in a project and those below it, before the first file is written or removed.
   *
   * @throws what checks find wrong, or the list of files that would be lost
   */
  private look(project: Project): void {
    if (this.seen.delete(project)) return;
    const below = project.subprojects.flatMap(treeOf);
    const projects = [project, ...below];
    const locks = ContainerChecks._look(projects, isChecking() ? LOCK_RULES : []);
    this.checkLeft();
    this.leaveUnguarded();
    const files = projects.flatMap((each) => each.files);
    const orphans = new Map(projects.map((each) => [each, orphansOf(each, this.policyOf(each))]));
    const kept = new Set([...files.map(({ absolutePath }) => absolutePath), ...this.left]);
    const removed = [...orphans.values()].flat().filter(({ absolutePath }) => !kept.has(absolutePath));
    const lost = [...projects.flatMap((each) => this.overwrittenIn(each)), ...removed];
    const guarded = files.flatMap((file) => this.files.get(file) ?? []);
    const obstacles = [...guarded, ...lost].flatMap((each) => each.obstacle() ?? []);
    if (isChecking()) {
      for (const each of below) this.seen.add(each);
      const guardedOf = (file: FileBase) => this.files.get(file);
      endCheck(project, {
        last: this.looks.get(project) ?? this,
        obstacles,
        removed,
        guardedOf,
        locks,
        parts: this.checkedParts,
      });
    }
    if (obstacles.length > 0) throw refusal(obstacles, { isCreation: project.root.initProject !== undefined });
    for (const each of lost) each.keep();
    for (const [each, listed] of orphans) restrainCleanup(each, listed, kept);
    for (const each of below) this.seen.add(each);
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
    const generated = [
      ...treeOf(root).flatMap(({ files }) => files.map(({ absolutePath }) => absolutePath)),
      ...this.taken,
    ];
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
    }
  }

  private overwrittenIn(project: Project): LostFile[] {
    return overwrittenIn(project, (file) => this.files.has(file), this.policyOf(project));
  }

  private policyOf(project: Project): ExistingFiles {
    const own = this.policies.get(project);
    if (own !== undefined) return own;
    return project.parent === undefined ? ExistingFiles.REFUSE : this.policyOf(project.parent);
  }

  /** All that adds to a file before it is written shall have done so: in its project, and in those above. */
  private lookLast(project: Project): void {
    if (isChecking() && !this.looks.has(project)) returnWhereChecked(project);
    this.looks.get(project)?.remove();
    const look = () => {
      const still = {};
      this._holdStill(() => this.look(project), still);
      // What was looked at is what is written, where nobody adds anything after the look.
      this.writing = this.isLast(project) ? still : {};
    };
    // Those above are written next.
    const end = () => {
      this.writing = project.parent === undefined ? undefined : {};
    };
    this.looks.set(project, new LastLook(project, look, end));
    if (project.parent !== undefined) this.lookLast(project.parent);
  }

  private isLast({ components, subprojects }: Project): boolean {
    return components.filter(isPrepared).at(-1) instanceof LastLook && subprojects.length === 0;
  }
}

/** Whether it does something before files are written. */
function isPrepared(component: Component): boolean {
  return component.preSynthesize !== Component.prototype.preSynthesize;
}

function treeOf(project: Project): Project[] {
  return [project, ...project.subprojects.flatMap(treeOf)];
}
