/** Escapes of JSON that have a letter. */
const letters: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\b", "\\b"],
]);

/** What stands between the parts of an array or a table, and after a key; Python's own have a space. */
export interface JsonSeparators {
  readonly item: string;
  readonly key: string;
}

const spaced: JsonSeparators = { item: ", ", key: ": " };

/**
 * A value of TOML as Python's `json.dumps(value, sort_keys=True)` writes it, integers being bigints and what is missing
 * null; undefined where it has a date or a time in it, which Python refuses.
 *
 * @see https://docs.python.org/3/library/json.html#json.dumps
 */
export function pythonJson(value: unknown, separators = spaced): string | undefined {
  if (value === null) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean" || typeof value === "bigint") return `${value}`;
  if (typeof value === "number") return floatText(value);
  if (value instanceof Date || typeof value !== "object") return undefined;
  if (Array.isArray(value))
    return joined(
      value.map((each) => pythonJson(each, separators)),
      "[",
      "]",
      separators,
    );
  const entries = Object.entries(value).sort(([a], [b]) => byCodePoints(a, b));
  const texts = entries.map(([key, each]) => {
    const text = pythonJson(each, separators);
    return text === undefined ? undefined : `${quoted(key)}${separators.key}${text}`;
  });
  return joined(texts, "{", "}", separators);
}

function joined(
  texts: readonly (string | undefined)[],
  open: string,
  close: string,
  { item }: JsonSeparators,
): string | undefined {
  return texts.includes(undefined) ? undefined : `${open}${texts.join(item)}${close}`;
}

/** Python orders texts by code points, which is the order of their bytes in UTF-8. */
function byCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function quoted(text: string): string {
  const inside = text.replace(/["\\]|[^ -~]/g, (each) => letters.get(each) ?? escaped(each));
  return `"${inside}"`;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * A float as Python writes it: with a point or an exponent, the exponent of two digits at least, and that from 1e16 on
 * and below 1e-4.
 */
function floatText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "-0.0";
  const [mantissa, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    const digits = String(Math.abs(power)).padStart(2, "0");
    return `${mantissa}e${power < 0 ? "-" : "+"}${digits}`;
  }
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}
