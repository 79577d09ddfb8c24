/** What JSON with comments of whole lines says; a lone half of a surrogate pair stays what it is. */
export function readJson(file: string): unknown {
  const [first, ...rest] = file.split("\n");
  return JSON.parse(first.startsWith("//") ? rest.join("\n") : file);
}
