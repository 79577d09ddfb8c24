import { trimSpace } from "./white-space";

/** The longest line that BuildKit reads, in bytes. */
const LONGEST_LINE = 65_535;

/** An instruction with its continued lines joined, and the lines that follow it, which may be a here-document's. */
export class DockerfileLines {
  public readonly comments: string[] = [];
  private readonly lines: string[];
  private at = 0;

  /** @throws where a line is longer than BuildKit reads one */
  constructor(file: string) {
    // What is no character becomes the one that stands for it, as in a file.
    this.lines = Buffer.from(file, "utf8").toString("utf8").split("\n");
    if (this.lines.some((line) => line.length > LONGEST_LINE / 4 && Buffer.byteLength(line) > LONGEST_LINE)) {
      throw new Error("a line is too long");
    }
  }

  /** The next instruction; undefined where there is none. */
  public next(): string | undefined {
    while (this.at < this.lines.length) {
      const line = trimSpace(withoutEnd(this.take()));
      if (line.startsWith("#")) {
        this.comments.push(line);
        continue;
      }
      if (line !== "") return this.joined(line);
    }
    return undefined;
  }

  /**
   * The lines up to the end of a here-document.
   *
   * @throws where it has none
   */
  public hereDocument(end: string, chomps: boolean): string {
    const found: string[] = [];
    while (this.at < this.lines.length) {
      const line = this.take();
      const text = withoutEnd(line);
      if ((chomps ? text.replace(/^\t+/, "") : text) === end) return found.join("");
      found.push(`${line}\n`);
    }
    throw new Error(`a here-document without its end ${end}`);
  }

  private joined(first: string): string {
    let text = withoutContinuation(first);
    let isOpen = text !== first;
    while (isOpen && this.at < this.lines.length) {
      const line = withoutEnd(this.take());
      const trimmed = trimSpace(line);
      if (trimmed === "" || trimmed.startsWith("#")) continue;
      const content = withoutContinuation(line);
      isOpen = content !== line;
      text += content;
    }
    return text;
  }

  private take(): string {
    this.at += 1;
    return this.lines[this.at - 1];
  }
}

function withoutEnd(line: string): string {
  return line.replace(/\r+$/, "");
}

function withoutContinuation(line: string): string {
  return line.replace(/(^|[^\\])\\[ \t]*$/, "$1");
}
