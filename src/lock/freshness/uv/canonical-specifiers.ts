import { parse } from "@renovatebot/pep440";

/** Version specifiers in one spelling: in one order, each version without the zeros at its end. */
export function canonicalSpecifiers(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const canonical = canonicalClauses(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, canonical);
  return canonical;
}

/** The spellings by the texts: the projects of one workspace ask for much the same. */
const known = new Map<string, string>();

const mostKnown = 5_000;

function canonicalClauses(text: string): string {
  const clauses = text.split(",").map((each) => each.trim());
  return clauses
    .filter((each) => each !== "")
    .map(canonicalClause)
    .sort()
    .join(",");
}

/** A version in one spelling: `1` for `1.0.0` and `v1`. */
export function canonicalVersion(version: string): string {
  const parsed = parse(version);
  if (parsed === null) return version;
  const { epoch, release, pre, post, dev, local } = parsed;
  const numbers = [...release];
  while (numbers.length > 1 && numbers.at(-1) === 0) numbers.pop();
  const rest = [pre, post, dev, local].map((part) => [part ?? []].flat().join(""));
  return [`${epoch}!${numbers.join(".")}`, ...rest].join(" ").trim();
}

function canonicalClause(text: string): string {
  const [, operator = "", version = ""] = /^(===|[<>=!~]=|[<>])?\s*(.*)$/.exec(text) ?? [];
  // How many numbers there are means something here.
  const isExact = version.endsWith(".*") || operator === "~=" || operator === "===";
  return `${operator}${isExact ? version.toLowerCase() : canonicalVersion(version)}`;
}
