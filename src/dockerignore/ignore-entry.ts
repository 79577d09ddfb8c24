import type { IgnoreLine } from "./ignore-line";

/** A comment, a run of patterns, or patterns under their comment. */
export interface IgnoreEntry {
  readonly comment?: string;
  readonly lines: IgnoreLine[];
  /** Whether a generator computed it. */
  readonly isDefault: boolean;
}

/**
 * The entries without the lines that say nothing: a default that contradicts a user's line for the same path, and a
 * line that stands already where no line of the other kind came between.
 */
export function settleEntries(entries: IgnoreEntry[]): IgnoreEntry[] {
  const key = (line: IgnoreLine, isException: boolean) => `${isException ? "!" : ""}${line.glob}`;
  const byUser = entries.filter((entry) => !entry.isDefault).flatMap((entry) => entry.lines);
  const setByUser = new Set(byUser.map((line) => key(line, line.isException)));
  const standing = { ofException: false, keys: new Set<string>() };
  const isOverruled = (line: IgnoreLine) =>
    setByUser.has(key(line, !line.isException)) && !setByUser.has(key(line, line.isException));
  const isNew = (line: IgnoreLine): boolean => {
    if (standing.ofException !== line.isException) standing.keys.clear();
    standing.ofException = line.isException;
    const isThere = standing.keys.has(line.glob);
    standing.keys.add(line.glob);
    return !isThere;
  };
  return entries.flatMap((entry) => {
    const lines = entry.lines.filter((line) => !isOverruled(line) && isNew(line));
    return lines.length === 0 && entry.lines.length > 0 ? [] : [{ ...entry, lines }];
  });
}
