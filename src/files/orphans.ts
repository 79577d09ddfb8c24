import { basename, dirname, resolve } from "node:path";
import type { Project } from "projen";
import { Authorship, authorshipOf } from "./checksum";
import type { ExistingFiles } from "./existing-files";
import { listedFiles } from "./file-list";
import { isBelow } from "./is-below";
import { LostFile } from "./lost-file";
import { wayToFolder } from "./way-to-folder";

/** Names of files that this module writes, each with its checksum. */
const OURS = /^(?:(?:Docker|Container)file.*|.*\.dockerignore|.*compose.*\.ya?ml|devcontainer\.json)$/;

/** What projen would remove at the next synth: it compares its old list with the paths of its files, as they are written. */
export function orphansOf(project: Project, existing: ExistingFiles): LostFile[] {
  const generated = new Set(project.files.map(({ path }) => path));
  return listedFiles(project)
    .filter((listed) => !generated.has(listed) && isInside(project.outdir, resolve(project.outdir, listed)))
    .map((listed) => {
      const handwork = (text: string) => handworkIn(text, basename(listed));
      return new LostFile(project, listed, { existing, before: "is no longer generated and ", handwork });
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
