import type { IConstruct } from "constructs";
import { type IResolver, JsonFile, type JsonFileOptions } from "projen";
import { FileGuard } from "./file-guard";
import type { GuardedFile } from "./guarded-file";
import { wholeContent } from "./own-content";
import { plainResolver } from "./plain-resolver";

/** A file of JSON with comments that is generated as a whole. */
export class CommentedJsonFile extends JsonFile {
  private readonly guarded: GuardedFile;

  constructor(scope: IConstruct, fileName: string, options: JsonFileOptions) {
    super(scope, fileName, { ...options, allowComments: true });
    this.guarded = FileGuard.of(this)._watch(
      this,
      wholeContent(() => super.synthesizeContent(plainResolver)),
    );
  }

  /**
   * What the file will hold, overrides included; undefined where that is nothing.
   *
   * @internal
   */
  public _content(): unknown {
    const text = super.synthesizeContent(plainResolver);
    return text === undefined ? undefined : JSON.parse(text.replace(/^\/\/.*$/gm, ""));
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
