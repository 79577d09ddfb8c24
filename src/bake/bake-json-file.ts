import type { IConstruct } from "constructs";
import { type IResolver, ObjectFile, type ObjectFileOptions } from "projen";
import { FileGuard } from "../files/file-guard";
import type { GuardedFile } from "../files/guarded-file";
import { wholeContent } from "../files/own-content";
import { plainResolver } from "../files/plain-resolver";

/** A JSON file whose first key says that it is generated: bake takes no comments there, and passes over a key that it does not know. */
export class BakeJsonFile extends ObjectFile {
  private readonly guarded: GuardedFile;

  constructor(scope: IConstruct, fileName: string, options: ObjectFileOptions) {
    super(scope, fileName, options);
    this.guarded = FileGuard.of(this)._watch(
      this,
      wholeContent(() => this.render(super.synthesizeContent(plainResolver))),
    );
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

  private render(json: string | undefined): string | undefined {
    if (json === undefined) return undefined;
    const marker = this.marker === undefined ? {} : { "//": this.marker };
    return `${JSON.stringify({ ...marker, ...JSON.parse(json) }, undefined, 2)}\n`;
  }
}
