import * as fc from "fast-check";
import type { MarkerQuestion } from "./questions";

const spaced = (...symbols: string[]) =>
  fc.constantFrom(...symbols).chain((symbol) => fc.constantFrom(symbol, ` ${symbol} `));
const ordering = spaced("<", "<=", "==", "!=", ">=", ">");
const membership = fc.constantFrom(" in ", " not in ", " not  in ");
const operator = fc.oneof(ordering, ordering, spaced("~=", "==="), membership);
/** Texts have no other ones: Python refuses them, and what it refuses compares nothing. */
const textOperator = fc.oneof(ordering, membership);

const parts = (text: fc.Arbitrary<string>, weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant("") }, { weight: 1, arbitrary: text });
const number = (max: number) => fc.integer({ min: 0, max }).map(String);
const minor = fc.oneof(number(16), fc.constantFrom("9", "10", "13"));
const patch = fc.oneof(number(2), number(12), fc.constant("99"));
const release = fc.oneof(
  fc.tuple(fc.constant("3"), minor),
  fc.tuple(fc.constant("3"), minor, patch),
  fc.tuple(fc.constant("3"), minor, patch, number(1)),
  fc.tuple(fc.constantFrom("2", "3", "4")),
);
const version = fc
  .tuple(
    parts(fc.constantFrom("v", " ", "1!", "0!"), 12),
    release.map((numbers) => numbers.join(".")),
    parts(fc.tuple(fc.constantFrom("a", "b", "rc", ".c", "-alpha."), number(2)).map(String), 5),
    parts(fc.constantFrom("a1", "rc2", "b0"), 5),
    parts(fc.constantFrom(".post0", ".post1", "-1", "r2"), 8),
    parts(fc.constantFrom(".dev0", ".dev1", "dev"), 8),
    parts(fc.constantFrom("+local", "+local.1", "+2"), 10),
    parts(fc.constantFrom(".*", " ", ".x"), 4),
  )
  .map((written) => written.join("").replace(",", ""));
const versions = fc.oneof(
  { weight: 9, arbitrary: version },
  { weight: 1, arbitrary: fc.array(version, { maxLength: 3 }).map((list) => list.join(", ")) },
  { weight: 1, arbitrary: fc.constantFrom("", "three", "*", "3.x", "3;9", "3)") },
);

const quoted = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.constantFrom("'", '"')).map(([inner, quote]) => `${quote}${inner}${quote}`);
const compared = (variable: fc.Arbitrary<string>, text: fc.Arbitrary<string>, by: fc.Arbitrary<string>) =>
  fc
    .tuple(variable, by, quoted(text), fc.boolean())
    .map(([name, sign, value, isReversed]) => (isReversed ? `${value}${sign}${name}` : `${name}${sign}${value}`));

const ofVersion = compared(
  fc.constantFrom("python_version", "python_full_version", "implementation_version"),
  versions,
  operator,
);
const ofText = compared(
  fc.constantFrom(
    "os_name",
    "os.name",
    "sys_platform",
    "sys.platform",
    "platform_machine",
    "platform_system",
    "platform_python_implementation",
    "python_implementation",
    "implementation_name",
  ),
  fc.constantFrom(
    ..."posix,nt,linux,Linux,linux2,lin,win32,darwin,x86_64,aarch64,arm64,CPython,cpython,PyPy".split(","),
    "linux darwin",
    "x86_64 aarch64",
    "",
  ),
  fc.oneof({ weight: 30, arbitrary: textOperator }, { weight: 1, arbitrary: operator }),
);
const name = fc.constantFrom("web", "Web", "web_ui", "web.UI", "web-ui", "db", "other", "");
const ofExtra = compared(fc.constant("extra"), name, fc.constantFrom("==", " != "));
const ofSet = fc
  .tuple(quoted(name), fc.oneof(membership, textOperator))
  .chain(([value, sign]) => fc.constantFrom("extras", "dependency_groups").map((set) => `${value}${sign}${set}`));

const { marker } = fc.letrec<{ marker: string; single: string; joined: string }>((tie) => ({
  single: fc.oneof(
    { weight: 5, arbitrary: ofVersion },
    { weight: 3, arbitrary: ofText },
    { weight: 1, arbitrary: ofExtra },
    { weight: 1, arbitrary: ofSet },
  ),
  joined: fc
    .tuple(tie("marker"), fc.constantFrom(" and ", " or "), tie("marker"), fc.boolean())
    .map(([left, word, right, isWrapped]) => (isWrapped ? `(${left}${word}${right})` : `${left}${word}${right}`)),
  marker: fc.oneof({ maxDepth: 3, depthSize: "small" }, tie("single"), tie("joined")),
}));

/** Words of markers in any order, of which few are markers. */
const words = fc
  .array(fc.constantFrom("os_name", "extra", "'a'", '"3.9"', "==", " not", " in ", " and ", "or", "(", ")", "<", "."), {
    minLength: 1,
    maxLength: 9,
  })
  .chain((list) => fc.constantFrom("", " ").map((space) => list.join(space)));

/** Markers, most of them right ones, and environments for them. */
export const markerQuestions: fc.Arbitrary<MarkerQuestion> = fc.record({
  marker: fc.oneof({ weight: 9, arbitrary: marker }, { weight: 1, arbitrary: words }),
  python: fc.tuple(minor, parts(patch, 1)).map(([each, its]) => (its === "" ? `3.${each}` : `3.${each}.${its}`)),
  machine: fc.constantFrom("x86_64" as const, "aarch64" as const),
  extras: fc.subarray(["web", "Web_UI", "db"]),
  groups: fc.subarray(["web", "Web_UI", "dev"]),
});
