import { type FileBase, LogLevel, Project } from "projen";
import { generatedText } from "../../src/files/generated-text";
import { projectFolder } from "../project-folder";

let folder: string | undefined;

/** A bare project for one file that is never written; all of them name one empty folder. */
export function scope(): Project {
  folder ??= projectFolder();
  return new Project({ name: "orders", outdir: folder, logging: { level: LogLevel.OFF } });
}

/** The text of the file once it was checked, as a synth checks it, and before anything is written. */
export function checkedText(file: FileBase, component: { preSynthesize(): void } = file): string {
  component.preSynthesize();
  const text = generatedText(file);
  if (text === undefined) throw new Error(`${file.path} has no text`);
  return text;
}
