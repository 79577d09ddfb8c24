import { visibleText } from "../values/visible-text";
import type { IgnoreEntry } from "./ignore-entry";

/** The text of a .dockerignore; a comment and its patterns are set apart by an empty line. */
export function renderDockerignore(marker: string | undefined, entries: IgnoreEntry[]): string {
  const head = marker === undefined ? [] : commentLines(marker);
  const body = entries.flatMap((entry, index) => {
    const previous = entries[index - 1];
    const endsGroup = previous?.comment !== undefined && previous.lines.length > 0;
    const isApart = entry.comment !== undefined || endsGroup || previous === undefined;
    const comment = entry.comment === undefined ? [] : commentLines(entry.comment);
    return [...(isApart ? [""] : []), ...comment, ...entry.lines.map((line) => line.text)];
  });
  const lines = [...head, ...body];
  return `${(marker === undefined ? lines.slice(1) : lines).join("\n")}\n`;
}

function commentLines(text: string): string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).map((line) => `# ${visibleText(line)}`.trimEnd());
}
