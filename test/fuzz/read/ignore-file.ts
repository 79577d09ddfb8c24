import { trimSpace } from "./white-space";

/**
 * The patterns of an ignore file, as the engine reads its lines.
 *
 * @throws where a line is longer than the engine reads one
 * @see https://github.com/moby/patternmatcher/blob/main/ignorefile/ignorefile.go
 */
export function readIgnoreFile(file: string): readonly string[] {
  const lines = Buffer.from(file, "utf8")
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/);
  if (lines.some((line) => Buffer.byteLength(line) > 65_535)) throw new Error("a line is too long");
  return lines
    .filter((line) => !line.startsWith("#"))
    .map(trimSpace)
    .filter((line) => line !== "");
}
