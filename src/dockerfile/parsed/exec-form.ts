/** The words of the form in brackets; undefined where the text has another one. */
export function execForm(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? words : undefined;
  } catch {
    // What is no list of texts is run by the shell, as it is written.
    return undefined;
  }
}
