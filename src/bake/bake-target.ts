import { shown } from "../values/mistake";
import type { IBakeFile, IBakeTarget } from "./bake-reference";
import type { BakeTargetOptions } from "./bake-target-options";
import { foreignMember } from "./foreign-member";
import { TargetEntries, type TargetModel } from "./target-entries";

/** A generator of properties that a target has where the user gives no other. */
export interface IBakeTargetDefaults {
  /**
   * Gives the target its properties, by the method that a user calls.
   *
   * It is called each time the file is rendered, and what it gave before is forgotten: it may read what is not known
   * in a constructor.
   */
  applyDefaults(target: BakeTarget): void;
}

/**
 * A target of a bake file: how one image is built.
 *
 * @see https://docs.docker.com/build/bake/reference/#target
 */
export class BakeTarget implements IBakeTarget {
  private readonly given: TargetEntries;
  private readonly defaults: IBakeTargetDefaults[] = [];
  /** What takes the options: the user's, or those of a generator that runs. */
  private taking: TargetEntries;

  private readonly where: string;

  /** @internal */
  constructor(
    /** Its name. */
    public readonly name: string,
    private readonly file: IBakeFile,
  ) {
    this.where = `${file.fileName} target ${shown(name)}`;
    this.given = new TargetEntries(this.where, false);
    this.taking = this.given;
  }

  /**
   * Gives the target more properties. To lists it adds; names and values that stand alone are given once.
   *
   * @throws where one is not valid, or was given before with another value
   */
  public configure(options: BakeTargetOptions): void {
    for (const base of options.inherits ?? []) {
      if (base !== this && this.file._has("target", base)) continue;
      throw foreignMember(`${this.where} inherits`, this.file, base, "a target that was added before");
    }
    this.taking.add(options);
  }

  /** Adds a generator of properties; of several the first goes before the others. */
  public addDefaults(defaults: IBakeTargetDefaults): void {
    this.defaults.push(defaults);
  }

  /**
   * What it has, defaults computed afresh.
   *
   * @internal
   */
  public _model(): TargetModel {
    const defaults = new TargetEntries(this.where, true);
    this.taking = defaults;
    try {
      for (const each of this.defaults) each.applyDefaults(this);
    } finally {
      this.taking = this.given;
    }
    return this.given.over(defaults);
  }
}
