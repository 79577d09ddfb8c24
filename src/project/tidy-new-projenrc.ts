import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Component, type InitProject, type typescript } from "projen";

/**
 * Sets the new projenrc file as people would: blank lines between its parts, a space after a comma.
 *
 * Make it after the component that writes the file.
 */
export class TidyNewProjenrc extends Component {
  constructor(private readonly rcFile: typescript.ProjenrcTs) {
    super(rcFile.project);
  }

  public projectCreation(creation: InitProject): void {
    super.projectCreation(creation);
    const path = join(this.project.outdir, this.rcFile.filePath);
    writeFileSync(path, tidied(readFileSync(path, "utf8")));
  }
}

/** The text with its statements apart. */
export function tidied(text: string): string {
  const apart = text
    .replace(/\n(?=const project = )/, "\n\n")
    .replace(/\n(?=project\.synth\(\);)/, "\n\n")
    .replace(/(\[)("[^\]\n]*")(\])/g, (_, open, inner, close) => `${open}${inner.replaceAll('","', '", "')}${close}`)
    // A hint ends where its sentence does.
    .replaceAll(/;(?= \*\/)/g, "");
  return `${apart.trimEnd()}\n`;
}
