import type { IConstruct } from "constructs";
import { GuardedFileBase } from "./guarded-file-base";
import type { OwnContent } from "./own-content";

/** A file that people write and in which some of the text is ours: projen neither lists it as its own nor removes it. */
export class MergedFile extends GuardedFileBase {
  constructor(scope: IConstruct, path: string, content: OwnContent) {
    const defect = (before: string) => undecodedIn(before) ?? content.defect?.(before);
    super(scope, path, { ...content, defect }, { readonly: false, marker: false, editGitignore: false });
    this.project.gitattributes.removeAttributes(`/${this.path}`);
  }
}

/** What could not be decoded would not stay as it is. */
function undecodedIn(text: string): string | undefined {
  const at = text.split("\n").findIndex((line) => line.includes("\uFFFD"));
  return at < 0 ? undefined : `is not UTF-8 in line ${at + 1}, so that it would not stay as it is; write it as UTF-8`;
}
