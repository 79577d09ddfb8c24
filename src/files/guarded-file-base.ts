import type { IConstruct } from "constructs";
import { FileBase, type FileBaseOptions, type IResolver } from "projen";
import { FileGuard } from "./file-guard";
import type { GuardedFile } from "./guarded-file";
import type { OwnContent } from "./own-content";

/**
 * A file of ours that is made of its text.
 *
 * @internal
 */
export abstract class GuardedFileBase extends FileBase {
  private readonly guarded: GuardedFile;

  /** @param content is asked late, so that it may use what the constructor of a subclass makes */
  constructor(scope: IConstruct, path: string, content: OwnContent, options?: FileBaseOptions) {
    super(scope, path, options);
    this.guarded = FileGuard.of(this)._watch(this, content);
  }

  /** Writes the file, as a whole or not at all, and never over what people wrote. */
  public synthesize(): void {
    this.guarded.write();
  }

  /** Whether the last synth has changed it; undefined before the first. */
  public get changed(): boolean | undefined {
    return this.guarded.changed;
  }

  protected synthesizeContent(_resolver: IResolver): string | undefined {
    return this.guarded.text();
  }
}
