import { accessSync, constants, lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Project } from "projen";
import { isBelow } from "./is-below";

/** The way to a folder in which a file is to be written. */
export interface WayToFolder {
  /** Why there is none, in the words after the file's name. */
  readonly blocked?: string;
  /** Whether a link leads to it that leads out. */
  readonly leadsOut?: boolean;
  /** Whether the folder, or the nearest one above it that is there, can be written to. */
  readonly isWritable: boolean;
}

/** Finds the way to the folder of a file. */
export type FindWay = (path: string, project: Project) => WayToFolder;

/** Finds the ways to files as long as nothing is written: those to files in one folder are one way. */
export function rememberedWays(): FindWay {
  const known = new Map<string, WayToFolder>();
  return (path, project) => {
    const key = `${project.outdir}\0${dirname(path)}`;
    const way = known.get(key) ?? wayToFile(path, project);
    known.set(key, way);
    return way;
  };
}

/** The way to the folder of a file, which must not lead out of the root project, or of its own where that lies beside. */
export function wayToFile(path: string, { outdir, root }: Project): WayToFolder {
  return wayToFolder(dirname(path), isBelow(root.outdir, outdir) ? root.outdir : outdir);
}

/**
 * The way to a folder.
 *
 * @param root the folder that it must not lead out of, through a symbolic link
 */
export function wayToFolder(folder: string, root: string): WayToFolder {
  const nearest = nearestThere(folder);
  try {
    if (!statSync(nearest).isDirectory()) {
      return { blocked: `would lie in ${relative(root, nearest)}, which is no folder`, isWritable: false };
    }
    // A project whose folder is not there yet lies in one that is.
    const nearestTop = nearestThere(root);
    const [top, place] =
      nearestTop === nearest ? [nearest, nearest] : [realpathSync(nearestTop), realpathSync(nearest)];
    if (place !== top && !isBelow(top, place)) {
      return {
        blocked: `would lie outside of the project, in ${place}`,
        leadsOut: nearest === root || isBelow(root, nearest),
        isWritable: false,
      };
    }
    return { isWritable: isWritable(nearest) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" || code === "ELOOP" ? "is a link that leads nowhere" : `can't be looked at (${code})`;
    return { blocked: `would lie in ${relative(root, nearest)}, which ${why}`, isWritable: false };
  }
}

/** The folder, or the nearest one above it that is there, be it as a link that leads nowhere. */
function nearestThere(path: string): string {
  const above = dirname(path);
  return above === path || isThere(path) ? path : nearestThere(above);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What lies above says why.
    return false;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
