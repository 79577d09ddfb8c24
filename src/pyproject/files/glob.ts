/** What one part of a pattern stands for: one character, any of them, or whole folders. */
type Part =
  | { readonly kind: "name" | "path" | "folders" }
  | { readonly kind: "one"; accepts(character: string): boolean };

/** Does the path match the pattern? `*` and `?` stay within one folder, `**` spans folders. */
export function globMatches(pattern: string, path: string): boolean {
  const normal = pattern.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  const parts = [...normal.matchAll(/\*\*\/?|\[[^\]/]+\]|./gsu)].map(([part]) => partOf(part));
  const characters = [...path];
  // From the last part to the first: at which places of the path does the rest of the pattern match the rest of it?
  const atEnd = [...characters.map(() => false), true];
  return parts.reduceRight<boolean[]>((rest, part) => placesOf(part, characters, rest), atEnd)[0];
}

function partOf(part: string): Part {
  if (part === "**/") return { kind: "folders" };
  if (part === "**") return { kind: "path" };
  if (part === "*") return { kind: "name" };
  if (part === "?") return { kind: "one", accepts: (character) => character !== "/" };
  return { kind: "one", accepts: part.length > 2 ? classOf(part) : (character) => character === part };
}

function classOf(part: string): (character: string) => boolean {
  const inside = part.slice(1, -1).replace(/^!/, "^").replaceAll(/[\\[]/g, "\\$&");
  try {
    const expression = new RegExp(`^[${inside}]$`, "u");
    return (character) => expression.test(character);
  } catch {
    // A character class such as [z-a] matches nothing.
    return () => false;
  }
}

/** The places where a part matches and the rest after it; each is looked at once, so that no pattern takes long. */
function placesOf(part: Part, path: readonly string[], rest: readonly boolean[]): boolean[] {
  const places = path.map(() => false).concat(rest[path.length] && part.kind !== "one");
  let slash = path.length;
  for (let at = path.length - 1; at >= 0; at -= 1) {
    if (path[at] === "/") slash = at;
    if (part.kind === "one") places[at] = part.accepts(path[at]) && rest[at + 1];
    else {
      const further = part.kind === "folders" ? slash + 1 : at + 1;
      places[at] = rest[at] || ((part.kind === "path" || path[at] !== "/") && (places[further] ?? false));
    }
  }
  return places;
}
