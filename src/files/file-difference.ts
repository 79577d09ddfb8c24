import { readFileSync, type Stats, statSync } from "node:fs";
import type { FileBase } from "projen";
import type { Difference } from "../drift/check-report";
import { foundAt } from "./found-entry";
import { generatedText } from "./generated-text";
import { isSameText } from "./own-content";
import { pathFromRoot } from "./path-from-root";
import { shortDiff } from "./short-diff";

/** The bit by which git tells a program. */
const EXECUTABLE = 0o100;

/**
 * In what a file differs from what a synth would leave behind, as git would tell it; undefined where it does not.
 *
 * @param isGuarded whether this module writes it, which follows no links and leaves line ends alone
 */
export function fileDifference(file: FileBase, isGuarded: boolean): Difference | undefined {
  // A clone never has it.
  if (!file.committed) return undefined;
  const text = generatedText(file);
  const path = pathFromRoot(file.project, file.path);
  const found = isGuarded ? guardedText(file) : followedText(file);
  if (text === undefined) {
    // Of a file that people write too, this module takes out its own lines, and never removes it.
    return isGuarded || found === undefined ? undefined : { path, what: "would be removed", diff: [] };
  }
  if (found === undefined) return { path, what: "is missing", diff: [] };
  if (found.stats === undefined) return { path, what: found.what, diff: [] };
  if (isGuarded ? !isSameText(found.text, text) : withNativeLines(found.text) !== text) {
    return { path, what: "is not what npx projen writes", diff: shortDiff(found.text, text) };
  }
  return modeDifference(file, path, found.stats, isGuarded);
}

type FoundText =
  | { readonly text: string; readonly stats: Stats }
  | { readonly what: string; readonly stats?: undefined }
  | undefined;

function guardedText({ absolutePath }: FileBase): FoundText {
  const found = foundAt(absolutePath);
  if (found.kind === "nothing") return undefined;
  if (found.kind === "file") return found;
  if (found.kind === "link") return { what: `is a symbolic link to ${found.target}` };
  return { what: found.kind === "folder" ? "is a folder" : found.what };
}

/** As projen itself reads it. */
function followedText({ absolutePath }: FileBase): FoundText {
  try {
    const stats = statSync(absolutePath, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return stats.isFile() ? { text: readFileSync(absolutePath, "utf8"), stats } : { what: "is no file" };
  } catch (error) {
    return { what: `can't be read (${(error as NodeJS.ErrnoException).code})` };
  }
}

/** A checkout on Windows may have other line ends than git. */
function withNativeLines(text: string): string {
  return process.platform === "win32" ? text.replaceAll("\r\n", "\n") : text;
}

function modeDifference(file: FileBase, path: string, stats: Stats, isGuarded: boolean): Difference | undefined {
  // What people write too keeps its permissions, and Windows has none.
  if (process.platform === "win32" || (isGuarded && !file.readonly)) return undefined;
  const isExecutable = (stats.mode & EXECUTABLE) !== 0;
  if (isExecutable === file.executable) return undefined;
  return { path, what: isExecutable ? "is executable" : "is not executable", diff: [] };
}
