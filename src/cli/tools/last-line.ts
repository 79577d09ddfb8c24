/** The last line of a tool's output in which it says what went wrong. */
export function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => /^error\b/i.test(line)).at(-1) ?? lines.at(-1) ?? "it says nothing";
}
