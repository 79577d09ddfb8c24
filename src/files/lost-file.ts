import { rmSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Project } from "projen";
import { Mistake } from "../values/mistake";
import { ExistingFiles } from "./existing-files";
import { foundAt } from "./found-entry";
import { handworkAt } from "./handwork";
import { keepBackup } from "./keep-backup";
import { mayReplace } from "./may-replace";
import { notWritten } from "./not-written";
import type { Obstacle } from "./obstacle";
import { pathFromRoot } from "./path-from-root";
import { type FindWay, wayToFile } from "./way-to-folder";

/** How projen itself would lose what people wrote: it writes and removes files without a look at them. */
export interface Loss {
  /** What becomes of the file where people wrote or changed it. */
  readonly existing: ExistingFiles;
  /** What stands before the reason, in the words after the file's name. */
  readonly before?: string;
  /** What people did to its text, in the words after its name; undefined where they did nothing. */
  handwork(text: string): string | undefined;
}

/** A file that projen itself would write over or remove. */
export class LostFile {
  public readonly absolutePath: string;
  /** Its path from the root project's folder. */
  public readonly path: string;
  private isMissing = false;

  constructor(
    private readonly project: Project,
    /** Its path from the project's folder. */
    public readonly listed: string,
    private readonly loss: Loss,
  ) {
    this.absolutePath = resolve(project.outdir, listed);
    this.path = pathFromRoot(project, listed);
  }

  /** What stands in the way; undefined where nothing does, or the user has decided already. */
  public obstacle(wayTo: FindWay): Obstacle | undefined {
    const { existing, before = "" } = this.loss;
    const { blocked } = wayTo(this.absolutePath, this.project);
    if (blocked !== undefined) return { path: this.path, reason: `${before}${blocked}`, isFinal: true };
    const found = foundAt(this.absolutePath);
    this.isMissing = found.kind === "nothing";
    const handwork = handworkAt(this.absolutePath, found, this.loss.handwork);
    // Nothing needs the place of a folder, and who lists one by mistake shall not find it moved.
    const mayGo = found.kind !== "folder" && mayReplace(found, existing);
    if (handwork === undefined || mayGo) return undefined;
    return {
      path: this.path,
      reason: `${before}${handwork}`,
      isFinal: found.kind === "other",
      isNeverCopied: found.kind === "folder",
      isNeverLeft: this.listed.startsWith(".projen/"),
    };
  }

  /**
   * Keeps what people wrote, where that is to be kept. A file stays where it is until projen writes or removes it, since the
   * synth may still stop; a link goes, for projen would write to where it leads.
   */
  public keep(): void {
    if (this.isMissing) return;
    const { existing, handwork } = this.loss;
    const found = foundAt(this.absolutePath);
    if (handworkAt(this.absolutePath, found, handwork) === undefined) return;
    try {
      const { blocked } = wayToFile(this.absolutePath, this.project);
      if (blocked !== undefined) throw new Mistake({ where: this.path, what: blocked });
      if (existing === ExistingFiles.BACKUP) {
        const backup = keepBackup(this.absolutePath, found, { isCopy: true });
        this.project.logger.warn(`${this.path}: what was there is kept as ${basename(backup)}`);
      }
      if (found.kind === "link") rmSync(this.absolutePath, { force: true });
    } catch (error) {
      throw notWritten(this.path, error);
    }
  }
}
