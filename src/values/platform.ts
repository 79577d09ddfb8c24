import { Mistake, shown } from "./mistake";

/** The processor of a Linux machine, as Python names it. */
export type Machine = "x86_64" | "aarch64";

const machines: ReadonlyMap<unknown, Machine> = new Map<unknown, Machine>([
  ["linux/amd64", "x86_64"],
  ["linux/arm64", "aarch64"],
  // Every 64-bit ARM has at least this variant, so that engines leave it out.
  ["linux/arm64/v8", "aarch64"],
]);

/**
 * The system and the processor for which an image is built.
 *
 * @see https://github.com/containerd/platforms
 */
export class Platform {
  /** The platforms for which images are made. */
  public static names(): string[] {
    return [...new Set(machines.values())].map((machine) => `${new Platform(machine)}`);
  }

  /** Is it a platform for which images are made? */
  public static isOne(text: unknown): boolean {
    return machines.has(text);
  }

  /**
   * Parses a platform.
   *
   * @param text `linux/amd64` or `linux/arm64`
   * @throws where it is another one
   */
  public static of(text: string): Platform {
    const machine = machines.get(text);
    if (machine !== undefined) return new Platform(machine);
    throw new Mistake({
      where: "platform",
      what: `${shown(text)} is not a platform for which images are made`,
      allowed: "allowed are linux/amd64 and linux/arm64",
      fix: "give one of these",
    });
  }

  private constructor(
    /** The processor, for example `aarch64`. */
    public readonly machine: Machine,
  ) {}

  /** The platform as engines write it, for example `linux/arm64`. */
  public toString(): string {
    return this.machine === "x86_64" ? "linux/amd64" : "linux/arm64";
  }
}
