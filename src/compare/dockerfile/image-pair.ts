import type { ComparedProject } from "../compared-project";
import type { Image } from "./image";
import { isInFolder } from "./placed-files";

/** The two images that are compared. */
export interface ImagePair {
  readonly yours: Image;
  readonly generated: Image;
  readonly project: ComparedProject;
  /** A text of the written file with the generated folder in place of the one in which that works. */
  readonly here: (text: string) => string;
  /** What compose has the image run. */
  readonly runs: readonly string[];
  /** Whether it stands for another one. */
  readonly isMoved: boolean;
}

/** Folders that are no place of one application alone. */
const shared = /^\/(?:|root|opt|usr|usr\/local|usr\/local\/bin|usr\/bin|home|tmp|srv|var|etc|bin|mnt|data)$/;

/** The pair of two images. */
export function imagePair(
  yours: Image,
  generated: Image,
  project: ComparedProject,
  runs: readonly string[] = [],
): ImagePair {
  const from = yours.folder?.value ?? "/";
  const to = generated.folder?.value ?? "/";
  if (isInFolder(from, to) || shared.test(from))
    return { yours, generated, project, runs, here: (text) => text, isMoved: false };
  const pattern = new RegExp(`(?<![\\w./-])${from.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=$|[/\\s"':;,&|])`, "g");
  return { yours, generated, project, runs, here: (text) => text.replaceAll(pattern, to), isMoved: true };
}
