/** Characters that neither a POSIX shell nor the Dockerfile's own parser reads as anything but themselves. */
export const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** A word for a shell, which comes through as it is. */
export function shellQuoted(text: string): string {
  return PLAIN.test(text) ? text : singleQuoted(text);
}

/** A text in single quotes, in which a shell reads nothing. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
