import type { FileBase } from "projen";
import { PROJEN_MARK, withUnixLines } from "./checksum";
import { generatedText } from "./generated-text";
import type { LookedProject } from "./looked-project";
import { LostFile } from "./lost-file";

/** Files in which people write in spite of the mark. */
const PEOPLES = [".gitignore", ".gitattributes"];

/**
 * What projen would write over: files of its own components that it has not generated yet.
 *
 * @param isGuarded whether the file is looked at already
 */
export function overwrittenIn(
  { project, files, listed, existing }: LookedProject,
  isGuarded: (file: FileBase) => boolean,
): LostFile[] {
  const before = new Set(listed);
  return files
    .filter((file) => file.readonly && !isGuarded(file) && !before.has(file.path))
    .map((file) => new LostFile(project, file.path, { existing, handwork: (text) => handworkIn(text, file) }));
}

function handworkIn(text: string, file: FileBase): string | undefined {
  const generated = generatedText(file) ?? "";
  // Nothing is lost of a text that goes on as before, such as that of a synth that was cut off.
  if (generated.startsWith(text)) return undefined;
  if (!text.includes(PROJEN_MARK)) return "is written by hand";
  return PEOPLES.includes(file.path) && hasMoreLines(text, generated)
    ? "has the mark of projen, is not on its list of files, and has lines that would go"
    : undefined;
}

function hasMoreLines(text: string, generated: string): boolean {
  const lines = new Set(withUnixLines(generated).split("\n"));
  return withUnixLines(text)
    .split("\n")
    .some((line) => !line.includes(PROJEN_MARK) && !lines.has(line));
}
