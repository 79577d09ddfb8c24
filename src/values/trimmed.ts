const space = /[^\S\ufeff]|\u0085/;

/** The text without the white space at its ends that Go's programs take off: Unicode's, where JavaScript differs in two. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && space.test(text[start])) start++;
  while (end > start && space.test(text[end - 1])) end--;
  return text.slice(start, end);
}
