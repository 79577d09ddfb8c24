import type { Component, Project } from "projen";
import { arePreparing, isPreparing } from "./preparing";

/**
 * When nothing is added to any file, so that what was found late need not be found again: from the look at files until they
 * are written, where nobody prepares anything between.
 */
export class Stillness {
  private token?: object;
  /** The project whose look holds for all that is written in its synth. */
  private holder?: Project;

  /** It is the same object as long as nothing is added; undefined while something may be added at any time. */
  public get now(): object | undefined {
    return this.token;
  }

  /** Outside of a synth: nothing is added while something looks. */
  public during<T>(look: () => T): T {
    const before = this.token;
    this.token ??= {};
    try {
      return look();
    } finally {
      this.token = before;
    }
  }

  /** The turn of a project: its components have prepared all, but for those that come later. */
  public begin(): void {
    if (this.holder === undefined) this.token = {};
  }

  /** All files of a project and those below it were looked at. */
  public looked(project: Project, below: readonly Project[], last: Component): void {
    const holds = !this.arePreparingAfter(last) && !below.some(isPreparing);
    if (holds) this.holder = project;
    else this.token = {};
  }

  /** A project at which one above has looked. */
  public goOn(last: Component): void {
    if (this.holder === undefined && this.arePreparingAfter(last)) this.token = {};
  }

  /** The files of a project are written. */
  public end(project: Project): void {
    if (project === this.holder || project.parent === undefined) this.stop();
    // Those above are written next, or others are prepared.
    else if (this.holder === undefined) this.token = {};
  }

  /** A synth begins or ends here. */
  public stop(): void {
    this.token = undefined;
    this.holder = undefined;
  }

  private arePreparingAfter(last: Component): boolean {
    const { components } = last.project;
    return arePreparing(components.slice(components.indexOf(last) + 1));
  }
}
