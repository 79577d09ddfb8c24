import { chmodSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { FileBase } from "projen";
import { Mistake } from "../values/mistake";
import { ExistingFiles } from "./existing-files";
import { type FoundEntry, foundAt } from "./found-entry";
import { handworkAt } from "./handwork";
import { keepBackup } from "./keep-backup";
import { mayReplace } from "./may-replace";
import { notWritten } from "./not-written";
import type { Obstacle } from "./obstacle";
import { isSameText, type OwnContent } from "./own-content";
import { pathFromRoot } from "./path-from-root";
import { refusal } from "./refusal";
import { shortDiff } from "./short-diff";
import { removeLeftOvers } from "./temporary-file";
import { type FindWay, wayToFile } from "./way-to-folder";
import { writeWhole } from "./write-whole";

/** The outcome where others were written before it. */
const NOT_WRITTEN = "it was not written";

/**
 * The writing of one file of ours: as a whole or not at all, and never over what people wrote, unless they say so.
 */
export class GuardedFile {
  /** Whether the last synth has changed its text; undefined before the first. */
  public changed?: boolean;
  private isLeftToPeople = false;

  constructor(
    public readonly file: FileBase,
    private readonly content: OwnContent,
    /** What becomes of it where people wrote or changed it. */
    private readonly existing: () => ExistingFiles,
  ) {}

  /** Whether people write it. */
  public get isLeft(): boolean {
    return this.isLeftToPeople;
  }

  /** Leaves it to those who write it: nothing is generated, nor removed. */
  public leave(): void {
    this.isLeftToPeople = true;
    // So projen neither counts it among its own nor removes it when it is gone from them.
    this.file.readonly = false;
    for (const path of [this.file.path, `/${this.file.path}`]) this.file.project.gitattributes.removeAttributes(path);
  }

  /** Its path from the root project's folder, as messages name it. */
  public get path(): string {
    return pathFromRoot(this.file.project, this.file.path);
  }

  /** The text that a synth would write now; undefined where there is none. */
  public text(): string | undefined {
    const found = foundAt(this.file.absolutePath);
    return this.content.textAfter(found.kind === "file" ? found.text : undefined);
  }

  /** What stands in the way of writing it; undefined where nothing does, or the user has decided already. */
  public obstacle(wayTo: FindWay): Obstacle | undefined {
    return this.isLeftToPeople ? undefined : this.prospect(wayTo).obstacle;
  }

  /**
   * Writes it.
   *
   * @throws where people wrote it meanwhile, or the file system says no
   */
  public write(): void {
    this.changed = false;
    if (this.isLeftToPeople) return;
    removeLeftOvers(dirname(this.file.absolutePath));
    const { found, text, obstacle } = this.prospect();
    if (obstacle !== undefined) throw this.refused(obstacle);
    if (text === undefined) return;
    try {
      this.changed = this.replace(found, text);
    } catch (error) {
      throw notWritten(this.path, error);
    }
  }

  private refused(obstacle: Obstacle): Mistake {
    return refusal([obstacle], {
      isCreation: this.file.project.root.initProject !== undefined,
      outcome: NOT_WRITTEN,
    });
  }

  /** What is there, what is to be there, and what stands in the way. */
  private prospect(wayTo: FindWay = wayToFile): { found: FoundEntry; text?: string; obstacle?: Obstacle } {
    const { path } = this;
    const { absolutePath, project } = this.file;
    const found = foundAt(absolutePath);
    const way = wayTo(absolutePath, project);
    if (way.blocked !== undefined) return { found, obstacle: { path, reason: way.blocked, isFinal: true } };
    const defect = found.kind === "file" ? this.content.defect?.(found.text) : undefined;
    if (defect !== undefined) return { found, obstacle: { path, reason: defect, isFinal: true } };
    const text = this.content.textAfter(found.kind === "file" ? found.text : undefined);
    if (text === undefined || (found.kind === "file" && isSameText(found.text, text))) return { found, text };
    const reason = this.handworkIn(found);
    if (reason !== undefined && !mayReplace(found, this.existing())) {
      const diff = found.kind === "file" ? shortDiff(found.text, text) : undefined;
      const obstacle = { path, reason, diff, isFinal: found.kind === "other" || this.isMergedText(found) };
      return { found, text, obstacle };
    }
    const locked: Obstacle = { path, reason: "lies in a folder that can't be written to", isFinal: true };
    return { found, text, obstacle: way.isWritable ? undefined : locked };
  }

  /** @returns whether the text is another one now */
  private replace(found: FoundEntry, text: string): boolean {
    const { absolutePath } = this.file;
    const mode = this.modeAfter(found);
    if (found.kind === "file" && isSameText(found.text, text)) {
      settleMode(absolutePath, mode, found.stats.mode);
      return false;
    }
    writeWhole(absolutePath, text, {
      mode,
      before: found.kind === "file" ? found.stats : undefined,
      isGenerated: this.file.readonly,
      beforeMove: () => this.makeRoom(found),
    });
    return true;
  }

  /** Looks once more: somebody may have written it meanwhile. */
  private makeRoom(before: FoundEntry): void {
    const { absolutePath, project } = this.file;
    const found = foundAt(absolutePath);
    if (!this.file.readonly && !isSameEntry(found, before)) throw changedMeanwhile(this.path);
    const reason = this.handworkIn(found);
    if (reason === undefined) return;
    if (!mayReplace(found, this.existing())) throw this.refused({ path: this.path, reason });
    if (this.existing() !== ExistingFiles.BACKUP) return;
    const backup = keepBackup(absolutePath, found);
    project.logger.warn(`${this.path}: what was there is kept as ${basename(backup)}`);
  }

  private handworkIn(found: FoundEntry): string | undefined {
    return handworkAt(this.file.absolutePath, found, (text) => this.content.handwork(text));
  }

  /** Whoever removed a file in which most is people's, to let it be generated again, would lose that. */
  private isMergedText(found: FoundEntry): boolean {
    return !this.file.readonly && found.kind === "file";
  }

  /** A file that is ours alone is read-only, as projen's are; of one that people write too the permissions stay. */
  private modeAfter(found: FoundEntry): number {
    if (this.file.readonly) return 0o444;
    // It may have been ours alone before.
    return found.kind === "file" ? (found.stats.mode & 0o777) | 0o200 : 0o644;
  }
}

/** On a file system that can't be written to the text counts, and that is right already. */
function settleMode(path: string, mode: number, before: number): void {
  if ((before & 0o777) === mode) return;
  try {
    chmodSync(path, mode);
  } catch {
    // As above.
  }
}

function isSameEntry(one: FoundEntry, other: FoundEntry): boolean {
  return one.kind === "file" && other.kind === "file" ? one.text === other.text : one.kind === other.kind;
}

/** The new text of a file that people write too was made from the one that was there before. */
function changedMeanwhile(path: string): Mistake {
  return new Mistake({
    where: path,
    what: "was changed by somebody else during the synth",
    fix: "run npx projen again",
  });
}
