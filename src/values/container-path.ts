import { posix } from "node:path";
import { Mistake, shown } from "./mistake";

/** An absolute path in a Linux container, normalised: no `.`, no `..`, no double or trailing slash. */
export class ContainerPath {
  /**
   * Parses a path.
   *
   * @param text for example `/opt/venv`
   * @throws where it is relative, or holds a control character
   */
  public static of(text: string): ContainerPath {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (typeof text !== "string" || !text.startsWith("/") || /[\u0000-\u001f\u007f]/.test(text)) {
      throw new Mistake({
        where: "container path",
        what: `${shown(text)} is not an absolute path`,
        allowed: "a path in a container starts with / and has no control characters",
        fix:
          typeof text === "string" && text !== "" ? `write ${shown(posix.join("/", text))}` : 'write one like "/app"',
      });
    }
    const normal = posix.normalize(text);
    return new ContainerPath(normal.length > 1 ? normal.replace(/\/$/, "") : normal);
  }

  private constructor(private readonly text: string) {}

  /** A path below this one. */
  public join(...parts: string[]): ContainerPath {
    return ContainerPath.of(posix.join(this.text, ...parts));
  }

  /** The path as text. */
  public toString(): string {
    return this.text;
  }
}
