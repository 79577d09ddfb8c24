import { trimmed } from "../values/trimmed";

/** Lines of shell text, also of text that was continued already; a comment would take the lines below with it. */
export function shellLines(text: string): string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => withoutContinuation(trimmed(line)));
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

/** Of a run of backslashes at the end the last one continues the line only where it is not escaped itself. */
function withoutContinuation(line: string): string {
  const [end = ""] = /\\+$/.exec(line) ?? [];
  return end.length % 2 === 0 ? line : line.slice(0, -1).trimEnd();
}
