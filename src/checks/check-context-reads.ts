import { existsSync } from "node:fs";
import { join } from "node:path";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { BuildContext } from "../dockerignore/context";
import { Mistake, shown } from "../values/mistake";
import { checkPathInContext } from "./check-build-context";

/** Where a build finds its files. */
export interface ContextFolder {
  /** What the .dockerignore leaves of it. */
  readonly context: BuildContext;
  /** The .dockerignore, as messages name it. */
  readonly dockerignore: string;
  /** The folder on disk. */
  readonly folder: string;
  /** Files that a synth writes, absolute. */
  readonly generated: readonly string[];
}

/**
 * What a Dockerfile that people write takes from the build context is there, and the generated .dockerignore leaves it.
 *
 * @throws with the line, where it is not
 */
export function checkContextReads(dockerfile: WrittenDockerfile, place: ContextFolder): void {
  for (const { path, line, keyword } of dockerfile.reads) {
    const where = `${dockerfile.path} line ${line}`;
    checkPathInContext(place.context, place.dockerignore, path, `${where}: ${keyword}`);
    const absolute = join(place.folder, path);
    if (existsSync(absolute)) continue;
    if (place.generated.some((file) => file === absolute || file.startsWith(`${absolute}/`))) continue;
    throw new Mistake({
      where,
      what: `${keyword} takes ${shown(path)}, and the build context has nothing there`,
      allowed: "it takes files and folders that are there before the build",
      fix: `write it, or leave ${place.dockerignore} to people too, in handWrittenFiles, where something else makes it first`,
    });
  }
}
