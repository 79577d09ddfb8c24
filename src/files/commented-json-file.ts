import type { IConstruct } from "constructs";
import type { ObjectFileOptions } from "projen";
import { FileGuard } from "./file-guard";
import { GuardedObjectFile } from "./guarded-object-file";

/** A file of JSON with comments that is generated as a whole. */
export class CommentedJsonFile extends GuardedObjectFile {
  constructor(scope: IConstruct, fileName: string, options: ObjectFileOptions) {
    super(scope, fileName, options);
    if (!this.committed || FileGuard.of(this)._isLeft(this.absolutePath)) return;
    this.project.gitattributes.addAttributes(`/${this.path}`, "linguist-language=JSON-with-Comments");
  }

  protected render(content: object): string {
    const { marker } = this;
    return `${marker === undefined ? "" : `// ${marker}\n`}${JSON.stringify(content, undefined, 2)}\n`;
  }
}
