import { posix } from "node:path";
import { Mistake, shown } from "../values/mistake";
import { type IgnoreLine, parseIgnoreLines } from "./ignore-line";
import { reachesBelow } from "./reaches-below";

/** Whether a path is in the build context, and why. */
export interface ContextDecision {
  /** Whether the path is in the build context. */
  readonly included: boolean;
  /**
   * The line of the .dockerignore that decided.
   * @default - no line says anything of the path
   */
  readonly pattern?: string;
}

/**
 * What a .dockerignore leaves of the files of a build context, by the rules of BuildKit on Linux and macOS.
 *
 * It looks at no file: it answers for the paths it is asked about.
 *
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @see https://github.com/moby/patternmatcher
 */
export class BuildContext {
  private readonly lines: IgnoreLine[];

  /**
   * @param lines the lines of the file, comments and empty ones too
   * @param fileName the file that messages name
   * @throws where the engine would refuse a line, or reads it in a way that nobody means
   */
  constructor(
    lines: string[],
    private readonly fileName: string = ".dockerignore",
  ) {
    this.lines = parseIgnoreLines(lines, fileName);
  }

  /**
   * Whether the file or folder is in the build context.
   *
   * @param path from the root of the context
   * @throws where the path lies outside it
   */
  public includes(path: string): boolean {
    return this.decide(path).included;
  }

  /**
   * Whether the file or folder is in the build context, and which line of the .dockerignore says so.
   *
   * @param path from the root of the context
   * @throws where the path lies outside it
   */
  public decide(path: string): ContextDecision {
    const { included, line } = this.decideCleaned(this.cleaned(path));
    return { included, pattern: line?.text };
  }

  /**
   * Whether anything below the folder may be in the build context, though the folder itself may not.
   *
   * COPY takes a folder that is left out where something below it is not. An answer of true is no promise: it depends
   * on the files that are there.
   *
   * @param folder from the root of the context
   * @throws where the folder lies outside it
   */
  public mayIncludeBelow(folder: string): boolean {
    const path = this.cleaned(folder);
    const { included, line } = this.decideCleaned(path);
    if (included || line === undefined) return true;
    const later = this.lines.slice(this.lines.indexOf(line) + 1);
    return later.some((each) => each.isException && reachesBelow(each.glob, path));
  }

  private cleaned(path: string): string {
    const normal = posix.normalize(path).replace(/^\/|(?<=.)\/$/g, "");
    if (normal !== ".." && !normal.startsWith("../")) return normal;
    throw new Mistake({
      where: this.fileName,
      what: `the path ${shown(path)} lies outside the build context`,
      allowed: "a path starts at the root of the context",
      fix: "leave the .. out",
    });
  }

  private decideCleaned(path: string): { included: boolean; line?: IgnoreLine } {
    if (path === "." || path === "") return { included: true };
    const segments = path.split("/");
    const ancestry = segments.map((_segment, index) => segments.slice(0, index + 1).join("/"));
    const listed = this.decideAsListed(ancestry);
    // What is listed but not read arrives as an empty file.
    return listed?.isException === false ? { included: false, line: listed } : verdict(this.decideAsRead(ancestry));
  }

  /**
   * The line that decides as the engine lists the context: from folder to folder, each handing its children the lines
   * that matched it. A line that could not change the verdict on a folder is not asked, and so is not handed on.
   */
  private decideAsListed(ancestry: string[]): IgnoreLine | undefined {
    let matching = new Set<IgnoreLine>();
    let decisive: IgnoreLine | undefined;
    for (const path of ancestry) {
      const inherited = matching;
      matching = new Set();
      decisive = undefined;
      for (const line of this.lines) {
        if (!inherited.has(line) && !(changes(line, decisive) && line.expression.test(path))) continue;
        matching.add(line);
        if (changes(line, decisive)) decisive = line;
      }
    }
    return decisive;
  }

  /** The line that decides as the engine opens a file: the last that matches it or a folder above it. */
  private decideAsRead(ancestry: string[]): IgnoreLine | undefined {
    let decisive: IgnoreLine | undefined;
    for (const line of this.lines) {
      if (changes(line, decisive) && ancestry.some((path) => line.expression.test(path))) decisive = line;
    }
    return decisive;
  }
}

function verdict(line: IgnoreLine | undefined): { included: boolean; line?: IgnoreLine } {
  return { included: line === undefined || line.isException, line };
}

/** Whether the line would turn the verdict that the decisive one gave. */
function changes(line: IgnoreLine, decisive: IgnoreLine | undefined): boolean {
  return line.isException === (decisive !== undefined && !decisive.isException);
}
