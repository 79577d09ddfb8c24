/**
 * The names and values of the elements of an XML file without text between them.
 *
 * @throws where it is no such file
 */
export function readXml(file: string): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(file))
    throw new Error("a character that XML has not");
  const text = file.replace(/<!--.*?-->/gs, "");
  const elements = [...text.matchAll(/<(\/?[\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*\/?>/g)];
  const rest = text.replace(/<\/?[\w-]+(?:\s+[\w-]+="[^"<]*")*\s*\/?>/g, "");
  if (rest.trim() !== "") throw new Error(`text between elements: ${rest}`);
  return elements.map(([, name, attributes]) => [
    name,
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value)]),
  ]);
}

const names: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(value: string): string {
  // A reader makes spaces of these.
  const spaced = value.replace(/[\t\n\r]/g, " ");
  return spaced.replace(/&(?:#(\d+)|(\w+));|&/g, (all, code?: string, name?: string) => {
    const text = code === undefined ? names[name ?? ""] : String.fromCodePoint(Number(code));
    if (text === undefined) throw new Error(`no entity ${all}`);
    return text;
  });
}
