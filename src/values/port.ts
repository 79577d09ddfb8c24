import { Mistake, shown } from "./mistake";

/** A port of a container: a number from 1 to 65535 and its transport protocol. */
export class Port {
  /**
   * A TCP port.
   *
   * @throws where the number is no whole number from 1 to 65535
   */
  public static tcp(value: number): Port {
    return new Port(value, "tcp");
  }

  /**
   * A UDP port.
   *
   * @throws where the number is no whole number from 1 to 65535
   */
  public static udp(value: number): Port {
    return new Port(value, "udp");
  }

  private constructor(
    /** The port's number. */
    public readonly value: number,
    /** `tcp` or `udp`. */
    public readonly protocol: string,
  ) {
    if (!Number.isInteger(value) || value < 1 || value > 65535) {
      throw new Mistake({
        where: "port",
        what: `${shown(value)} is not a port`,
        allowed: "a port is a whole number from 1 to 65535",
        fix: typeof value === "string" ? "write it without quotation marks" : "give such a number",
      });
    }
  }

  /** The port as EXPOSE takes it: `8000`, or `53/udp`. */
  public toString(): string {
    return this.protocol === "tcp" ? `${this.value}` : `${this.value}/${this.protocol}`;
  }
}
