import { Mistake, shown } from "./mistake";

/** The C library of an image: glibc, as Debian has it, or musl, as Alpine has it. */
export class Libc {
  /**
   * Parses a C library and its version.
   *
   * @param text for example `glibc 2.41` or `musl 1.2`
   * @throws where it is neither
   */
  public static of(text: string): Libc {
    const parts = /^(?:(glibc) 2|(musl) 1)\.(\d{1,3})$/.exec(text);
    if (parts !== null) return new Libc(parts[1] === undefined ? "musl" : "glibc", Number(parts[3]));
    throw new Mistake({
      where: "C library",
      what: `${shown(text)} is not a C library of an image`,
      allowed: "one is glibc 2 or musl 1 with its minor version",
      fix: 'write it like "glibc 2.41" or "musl 1.2"',
    });
  }

  private constructor(
    /** Which one it is. */
    public readonly kind: "glibc" | "musl",
    /** The minor version: 41 of glibc 2.41, 2 of musl 1.2. */
    public readonly minor: number,
  ) {}

  /** The library and its version, for example `glibc 2.41`. */
  public toString(): string {
    return `${this.kind} ${this.kind === "glibc" ? 2 : 1}.${this.minor}`;
  }
}
