/**
 * The text in lines of at most this width, broken between words. A word that is longer stands alone, or is broken too.
 *
 * @param breakable the characters after which a longer word can be broken
 */
export function wrapped(text: string, width: number, breakable = ""): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const [first, ...rest] = piecesOf(word, width, breakable);
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + first.length <= width) lines[lines.length - 1] = `${last} ${first}`;
    else lines.push(first);
    lines.push(...rest);
  }
  return lines;
}

function piecesOf(word: string, width: number, breakable: string): string[] {
  const end = Math.max(...[...breakable].map((character) => word.lastIndexOf(character, width - 1) + 1), 0);
  if (word.length <= width || end === 0) return [word];
  return [word.slice(0, end), ...piecesOf(word.slice(end), width, breakable)];
}
