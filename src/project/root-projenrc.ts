import { posix } from "node:path";
import { ProjenrcFile } from "projen";
import { relativePath } from "../values/relative-path";

/** Has the generated files of a subproject name the projenrc file of the root project, which is the one to edit. */
export class RootProjenrc extends ProjenrcFile {
  public get filePath(): string {
    const { outdir, root } = this.project;
    const toRoot = relativePath(outdir, root.outdir);
    return posix.join(toRoot, ProjenrcFile.of(root)?.filePath ?? ".projenrc.ts");
  }

  /** The root project cares for the file itself. */
  public preSynthesize(): void {}
}
