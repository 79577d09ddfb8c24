const sign = /[{}[\],:]/y;
const text = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const space = /[ \t\n\r]*/y;

const value = ["{", "[", "text", "scalar"];

/**
 * Where a text ceases to be JSON, as the messages of the engine do not always tell it; its end where it is cut off.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function jsonFault(json: string): number {
  const open: string[] = [];
  let expected: readonly string[] = value;
  let before = "";
  let at = 0;
  const taken = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(json)?.[0];
  };
  for (;;) {
    at += taken(space)?.length ?? 0;
    const [aSign, aText] = [taken(sign), taken(text)];
    const found = aSign ?? aText ?? taken(scalar);
    if (found === undefined) return isCutOff(json, at) ? json.trimEnd().length : at;
    const kind = aSign ?? (aText === undefined ? "scalar" : "text");
    if (!expected.includes(kind)) return at;
    const isKey = kind === "text" && open[open.length - 1] === "{" && (before === "{" || before === ",");
    if (kind === "{" || kind === "[") open.push(kind);
    if (kind === "}" || kind === "]") open.pop();
    expected = following(kind, isKey, open[open.length - 1]);
    before = kind;
    at += found.length;
  }
}

/** Is what stands there the beginning of a text or a word, and nothing after it? */
function isCutOff(json: string, at: number): boolean {
  return /^(?:"[^"\n]*|[\w.+-]*)\s*$/.test(json.slice(at));
}

/** @param within the sign that opened what is still open; undefined where nothing is */
function following(kind: string, isKey: boolean, within: string | undefined): readonly string[] {
  if (isKey) return [":"];
  if (kind === "{") return ["text", "}"];
  if (kind === "[") return [...value, "]"];
  if (kind === ":") return value;
  if (kind === ",") return within === "{" ? ["text"] : value;
  if (within === undefined) return [];
  return [",", within === "{" ? "}" : "]"];
}
