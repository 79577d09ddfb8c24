import { Mistake, shown } from "../../values/mistake";

/**
 * Checks a literal that stands in the braces of a variable.
 *
 * Compose finds the end of a variable by counting braces, skips the character after each `{`, and stops at a line
 * break; there is no way to escape one of these.
 *
 * @throws where compose would read something else
 */
export function checkInBraces(name: string, text: string): void {
  if (isReadable(text)) return;
  throw new Mistake({
    where: "compose value",
    what: `the text ${shown(text)} of the variable ${name} can't be read by compose`,
    allowed: "in a variable's braces a text has no line break, and braces in pairs, none right after a {",
    fix: "keep the text out of the variable, or set the variable where compose runs",
  });
}

function isReadable(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\n") return false;
    if (text[at] === "{") {
      open++;
      at++;
      if (text[at] === "{" || text[at] === "}" || text[at] === "\n") return false;
    } else if (text[at] === "}") {
      open--;
      if (open < 0) return false;
    }
  }
  return open === 0;
}
