import type { IConstruct } from "constructs";
import { FileBase, type IResolver } from "projen";
import { FileGuard } from "./file-guard";
import type { GuardedFile } from "./guarded-file";
import type { OwnContent } from "./own-content";

/** A file that people write and in which some of the text is ours: projen neither lists it as its own nor removes it. */
export class MergedFile extends FileBase {
  private readonly guarded: GuardedFile;

  constructor(scope: IConstruct, path: string, content: OwnContent) {
    super(scope, path, { readonly: false, marker: false, editGitignore: false });
    this.project.gitattributes.removeAttributes(`/${this.path}`);
    const defect = (before: string) => undecodedIn(before) ?? content.defect?.(before);
    this.guarded = FileGuard.of(this)._watch(this, { ...content, defect });
  }

  public synthesize(): void {
    this.guarded.write();
  }

  public get changed(): boolean | undefined {
    return this.guarded.changed;
  }

  protected synthesizeContent(_resolver: IResolver): string | undefined {
    return this.guarded.text();
  }
}

/** What could not be decoded would not stay as it is. */
function undecodedIn(text: string): string | undefined {
  const at = text.split("\n").findIndex((line) => line.includes("\uFFFD"));
  return at < 0 ? undefined : `is not UTF-8 in line ${at + 1}, so that it would not stay as it is; write it as UTF-8`;
}
