import { posix, relative, sep } from "node:path";
import { ProjenrcFile } from "projen";

/** Has the generated files of a subproject name the projenrc file of the root project, which is the one to edit. */
export class RootProjenrc extends ProjenrcFile {
  public get filePath(): string {
    const { outdir, root } = this.project;
    const toRoot = relative(outdir, root.outdir).split(sep).join("/");
    return posix.join(toRoot, ProjenrcFile.of(root)?.filePath ?? ".projenrc.ts");
  }

  /** The root project cares for the file itself. */
  public preSynthesize(): void {}
}
