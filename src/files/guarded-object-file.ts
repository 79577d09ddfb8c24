import type { IConstruct } from "constructs";
import { type IResolver, ObjectFile, type ObjectFileOptions } from "projen";
import { FileGuard } from "./file-guard";
import type { GuardedFile } from "./guarded-file";
import { wholeContent } from "./own-content";
import { plainResolver } from "./plain-resolver";
import { WhileStill } from "./while-still";

/** A file of data that is generated as a whole, in a format of its own. */
export abstract class GuardedObjectFile extends ObjectFile {
  private readonly guarded: GuardedFile;
  private readonly json: WhileStill<string | undefined>;
  private readonly text: WhileStill<string | undefined>;

  constructor(scope: IConstruct, fileName: string, options: ObjectFileOptions) {
    super(scope, fileName, options);
    const guard = FileGuard.of(this);
    this.json = new WhileStill(guard, () => super.synthesizeContent(plainResolver));
    this.text = new WhileStill(guard, () => {
      const content = this._content();
      return content === undefined ? undefined : this.render(content);
    });
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
  public _content(): object | undefined {
    const json = this.json.value;
    return json === undefined ? undefined : JSON.parse(json);
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

  /** The content as a text, with the marker. */
  protected abstract render(content: object): string;
}
