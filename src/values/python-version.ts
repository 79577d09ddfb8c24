import { Mistake, shown } from "./mistake";

/** A version of CPython: a minor release such as 3.13, or one patch release of it such as 3.13.2. */
export class PythonVersion {
  /**
   * Parses a version.
   *
   * @param text for example `3.13` or `3.13.2`
   * @throws where it is no text (the number 3.10 is the number 3.1) or no version of Python 3
   */
  public static of(text: string): PythonVersion {
    if (typeof text !== "string") {
      throw new Mistake({
        where: "Python version",
        what: `${shown(text)} is a ${typeof text}, and as a number 3.10 becomes 3.1`,
        allowed: "a Python version is text",
        fix: 'write "3.10" with quotes; on the command line give requiresPython: ">=3.10" instead',
      });
    }
    const parts = /^3\.(0|[1-9]\d?)(?:\.(0|[1-9]\d?))?$/.exec(text);
    if (parts === null) {
      throw new Mistake({
        where: "Python version",
        what: `${shown(text)} is not a version of Python 3`,
        allowed: 'a minor release such as "3.13", or a patch release such as "3.13.2"',
        fix: "write one of these; a range belongs into requires-python",
      });
    }
    return new PythonVersion(Number(parts[1]), parts[2] === undefined ? undefined : Number(parts[2]));
  }

  /** The minor release, for example `3.13`. */
  public readonly minor: string;

  private constructor(
    private readonly minorNumber: number,
    /** The patch release, for example 2 of 3.13.2; undefined stands for the newest one. */
    public readonly patch?: number,
  ) {
    this.minor = `3.${minorNumber}`;
  }

  /**
   * Orders two versions: below zero where this one is older, zero where they are the same, above zero where it is newer.
   *
   * A minor release without a patch comes before its patch releases.
   */
  public compare(other: PythonVersion): number {
    return this.minorNumber - other.minorNumber || (this.patch ?? -1) - (other.patch ?? -1);
  }

  /** The version as a tag of an image has it: `3.13` or `3.13.2`. */
  public toString(): string {
    return this.patch === undefined ? this.minor : `${this.minor}.${this.patch}`;
  }
}
