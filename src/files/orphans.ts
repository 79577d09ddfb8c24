import { basename, dirname, resolve } from "node:path";
import { Authorship, authorshipOf } from "./checksum";
import { isBelow } from "./is-below";
import type { LookedProject } from "./looked-project";
import { LostFile } from "./lost-file";
import { wayToFolder } from "./way-to-folder";

/** Names of files that this module writes, each with its checksum. */
const OURS = /^(?:(?:Docker|Container)file.*|.*\.dockerignore|.*compose.*\.ya?ml|devcontainer\.json)$/;

/** What projen would remove at the next synth: it compares its old list with the paths of its files, as they are written. */
export function orphansOf({ project, files, listed, existing }: LookedProject): LostFile[] {
  const generated = new Set(files.map(({ path }) => path));
  return listed
    .filter((each) => !generated.has(each) && isInside(project.outdir, resolve(project.outdir, each)))
    .map((each) => {
      const handwork = (text: string) => handworkIn(text, basename(each));
      return new LostFile(project, each, { existing, before: "is no longer generated and ", handwork });
    });
}

/** The list is committed, so that anybody may have written it: projen removes nothing that a link leads out to. */
function isInside(folder: string, path: string): boolean {
  return isBelow(folder, path) && wayToFolder(dirname(path), folder).leadsOut !== true;
}

function handworkIn(text: string, name: string): string | undefined {
  switch (authorshipOf(text)) {
    case Authorship.CHANGED:
      return "was changed by hand";
    case Authorship.HAND_WRITTEN:
      return "has no mark of projen, so that it may be written by hand";
    case Authorship.UNKNOWN:
      return OURS.test(name)
        ? "has the mark of projen and no checksum, so that nobody knows who changed it"
        : undefined;
    default:
      return undefined;
  }
}
