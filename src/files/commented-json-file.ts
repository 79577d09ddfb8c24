import type { IConstruct } from "constructs";
import { type IResolver, JsonFile, type JsonFileOptions } from "projen";
import { FileGuard } from "./file-guard";
import type { GuardedFile } from "./guarded-file";
import { wholeContent } from "./own-content";
import { plainResolver } from "./plain-resolver";
import { WhileStill } from "./while-still";

/** A file of JSON with comments that is generated as a whole. */
export class CommentedJsonFile extends JsonFile {
  private readonly guarded: GuardedFile;
  private readonly text: WhileStill<string | undefined>;
  private readonly mark: WhileStill<string | undefined>;

  constructor(scope: IConstruct, fileName: string, options: JsonFileOptions) {
    super(scope, fileName, { ...options, allowComments: true });
    const guard = FileGuard.of(this);
    this.mark = new WhileStill(guard, () => super.marker);
    this.text = new WhileStill(guard, () => super.synthesizeContent(plainResolver));
    this.guarded = guard._watch(
      this,
      wholeContent(() => this.text.value),
    );
  }

  /**
   * What the file will hold, overrides included; undefined where that is nothing.
   *
   * @internal
   */
  public _content(): unknown {
    const text = this.text.value;
    return text === undefined ? undefined : JSON.parse(text.replace(/^\/\/.*$/gm, ""));
  }

  public synthesize(): void {
    this.guarded.write();
  }

  /** projen looks through the components of the project each time. */
  public get marker(): string | undefined {
    return this.mark.value;
  }

  public get changed(): boolean | undefined {
    return this.guarded.changed;
  }

  protected synthesizeContent(_resolver: IResolver): string | undefined {
    return this.guarded.text();
  }
}
