import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ContextRead } from "../dockerfile/context-reads";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { BuildContext } from "../dockerignore/context";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { pathFindings } from "./build-context";
import { matchesOnDisk } from "./matches-on-disk";

/** Where a build finds its files. */
export interface ContextFolder {
  /** What the .dockerignore leaves of it. */
  readonly context: BuildContext;
  /** The .dockerignore, as messages name it. */
  readonly dockerignore: string;
  /** The folder on disk. */
  readonly folder: string;
  /** Paths in the context that are looked at elsewhere. */
  readonly known?: ReadonlySet<string>;
  /** Whether a synth writes the file of an absolute path, or one below it. It is asked where a path is not on disk. */
  isGenerated(path: string): boolean;
}

/** What a Dockerfile takes from the build context, and is not there, or is left out by the .dockerignore. */
export function* contextReadFindings(
  dockerfile: WrittenDockerfile,
  place: ContextFolder,
  placeOf: (read: ContextRead) => string = ({ line }) => `${dockerfile.path} line ${line}`,
): Iterable<Finding> {
  const told = new Set(place.known);
  for (const read of dockerfile.reads) {
    const { path, keyword, stage, isPattern } = read;
    if (told.has(path)) continue;
    told.add(path);
    const where = placeOf(read);
    if (isPattern) {
      // What a pattern takes may be optional, beside a file that is there.
      const isAlone = dockerfile.reads.every((other) => other.line !== read.line || other === read);
      if (isAlone && !isThere(path, place)) yield { ...missing(read, where), stage, mayWork: true };
      continue;
    }
    const ignored = [...pathFindings(place.context, place.dockerignore, path, `${where}: ${keyword}`)];
    for (const each of ignored) yield { ...each, stage };
    // Of one line there is one thing to mend first.
    if (ignored.length === 0 && !isThere(path, place)) yield { ...missing(read, where), stage };
  }
}

function isThere(path: string, { folder, isGenerated }: ContextFolder): boolean {
  const absolute = join(folder, path);
  return existsSync(absolute) || matchesOnDisk(folder, path) || isGenerated(absolute);
}

function missing({ path, keyword, isPattern }: ContextRead, where: string): Finding {
  const what = `${keyword} takes ${shown(path)}, and the build context has nothing there`;
  if (isPattern) {
    const fix = "mend the pattern, or take the line out";
    return { rule: "CopySourceMissing", where, what, allowed: "the build goes on without it", fix };
  }
  return {
    rule: "CopySourceMissing",
    where,
    what,
    allowed: "it takes files and folders that are there before the build",
    fix: "write it, or switch this check off where something else makes it first",
  };
}
