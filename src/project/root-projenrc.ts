import { posix } from "node:path";
import { ProjenrcFile } from "projen";
import { FileGuard } from "../files/file-guard";
import { addsNothing } from "../files/preparing";
import { relativePath } from "../values/relative-path";

/** Has the generated files of a subproject name the projenrc file of the root project, which is the one to edit. */
export class RootProjenrc extends ProjenrcFile {
  public get filePath(): string {
    const { outdir, root } = this.project;
    const toRoot = relativePath(outdir, root.outdir);
    const own = FileGuard.of(this)
      ._tree.componentsOf(root)
      .find((each) => each instanceof ProjenrcFile);
    return posix.join(toRoot, own?.filePath ?? ".projenrc.ts");
  }

  /** The root project cares for the file itself. */
  public preSynthesize(): void {}
}

addsNothing(RootProjenrc);
