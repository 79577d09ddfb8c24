import balena from "@balena/dockerignore";
import fc from "fast-check";
import { BuildContext } from "../../src/dockerignore/context";

/** Whether the other implementation of the rules keeps the path. */
function keptByBalena(lines: string[], path: string): boolean {
  return !balena({ ignorecase: false }).add(lines).ignores(path);
}

describe("a path is in the build context, or not, as @balena/dockerignore says too", () => {
  test.each<[string[], string, boolean]>([
    [[], "a", true],
    [["a"], "a", false],
    [["a"], "A", true],
    [["a"], "b/a", true],
    [["a"], "a/b/c", false],
    [["a/b"], "a", true],
    [["/a"], "a", false],
    [["a/"], "a", false],
    [["  a\t"], "a", false],
    [["./a/../b//c"], "b/c", false],
    [["__pycache__"], "src/__pycache__", true],
    [["**/__pycache__"], "__pycache__/x.pyc", false],
    [["**/__pycache__"], "src/deep/__pycache__/x.pyc", false],
    [["*.pyc"], "a.pyc", false],
    [["*.pyc"], "src/a.pyc", true],
    [["*/a"], "b/a", false],
    [["*/a"], "b/c/a", true],
    [["a?"], "ab", false],
    [["a?"], "a", true],
    [["a?b"], "a/b", true],
    [["**"], "a/b", false],
    [["a/**"], "a", true],
    [["a/**"], "a/b/c", false],
    [["a/**/c"], "a/c", false],
    [["a/**/c"], "a/b/b/c", false],
    [["[ab]"], "b", false],
    [["[a-c]x"], "bx", false],
    [["[^a-c]x"], "bx", true],
    [["[^a-c]x"], "dx", false],
    [["[!a]x"], "!x", false],
    [["\\*"], "*", false],
    [["\\*"], "a", true],
    [["[\\]]"], "]", false],
    [["a.b"], "axb", true],
    [["#a"], "#a", true],
    [[" #a"], "#a", false],
    [["\\#a"], "#a", false],
    [["a", "!a"], "a", true],
    [["a", "!a", "a"], "a", false],
    [["!a", "a"], "a", false],
    [["a", "! a/b"], "a/b", true],
    [["a", "!a/b"], "a/c", false],
    [["a", "!a/b/c"], "a/b/c/d", true],
    [["a", "\\!a"], "!a", false],
    [["*", "!src"], "src/a.py", true],
    [["*", "!src"], "README.md", false],
    [["*", "!src", "**/__pycache__"], "src/__pycache__", false],
    [["*", "**/__pycache__", "!src"], "src/__pycache__", true],
    [[".env*", "!.env.example"], ".env.example", true],
    [["a/.."], "a", true],
  ])("%j keeps %s: %s", (lines, path, kept) => {
    expect([new BuildContext(lines).includes(path), keptByBalena(lines, path)]).toEqual([kept, kept]);
  });
});

describe("the engine's rule holds where @balena/dockerignore has another", () => {
  test.each<[string, string[], string, boolean]>([
    ["a pattern that is all text but a leading ** matches the end of a name", ["**a"], "ba", false],
    ["a class may span folders", ["a[^x]b*"], "a/b/c", false],
    ["+ is a character", ["a+"], "a+", false],
    ["( and ) are characters", ["(a)"], "(a)", false],
    ["| is a character", ["a|b"], "ab", true],
    ["^ is a character", ["a^b"], "a^b", false],
    ["{ and } are characters", ["a{2}"], "aa", true],
    ["a pattern that is all text but a trailing ** is text", ["a|b/**"], "ab", true],
    ["an exception is not handed to the children of a folder that no pattern leaves out", ["a/b", "!a"], "a/b", false],
    ["the same below a wildcard", ["**/__pycache__", "!src"], "src/__pycache__", false],
  ])("%s", (_rule, lines, path, kept) => {
    expect([new BuildContext(lines).includes(path), keptByBalena(lines, path)]).toEqual([kept, !kept]);
  });

  test("a file that is listed but would arrive empty is not in the context", () => {
    expect(new BuildContext(["a", "!a/b", "*"]).includes("a/b/c")).toBe(false);
  });
  test("a mark of the byte order is not of the first pattern", () => {
    expect(new BuildContext(["\ufeffa"]).includes("a")).toBe(false);
  });
  test("a slash before a ! is dropped, and then the ! is read", () => {
    expect(new BuildContext(["a", "/!a"]).includes("a")).toBe(true);
  });
});

describe("random patterns and paths", () => {
  const name = fc
    .array(fc.constantFrom("a", "b", ".", "é", "-"), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(""));
  const path = fc
    .array(
      name.filter((text) => !/^\.+$/.test(text)),
      { minLength: 1, maxLength: 4 },
    )
    .map((segments) => segments.join("/"));
  const piece = fc.constantFrom("a", "b", "*", "?", ".", "-", "[ab]", "[a-b]", "\\*", "\\-");
  const segment = fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join("")) },
    { weight: 1, arbitrary: fc.constant("**") },
  );
  // Adjacent stars of two pieces, and a ** before text, are read differently by the two: see the table above.
  const glob = fc
    .array(segment, { minLength: 1, maxLength: 4 })
    .map((segments) => segments.join("/"))
    .filter((text) => !/\*\*(?!\/|$)|[^/]\*\*/.test(text));
  const globs = fc.array(glob, { maxLength: 3 });

  test("patterns alone decide as @balena/dockerignore does", () => {
    fc.assert(
      fc.property(globs, path, (lines, file) => {
        expect(new BuildContext(lines).includes(file)).toBe(keptByBalena(lines, file));
      }),
      { numRuns: 500 },
    );
  });

  test("an allow list decides as @balena/dockerignore does", () => {
    fc.assert(
      fc.property(globs, globs, path, (exceptions, patterns, file) => {
        const lines = ["*", ...exceptions.map((text) => `!${text}`), ...patterns];
        expect(new BuildContext(lines).includes(file)).toBe(keptByBalena(lines, file));
      }),
      { numRuns: 500 },
    );
  });

  test("what any list keeps @balena/dockerignore keeps too", () => {
    const lines = fc.array(
      fc.oneof(
        glob,
        glob.map((text) => `!${text}`),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, path, (some, file) => {
        expect(new BuildContext(some).includes(file) && !keptByBalena(some, file)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("the pattern that is named leaves the path out by itself", () => {
    fc.assert(
      fc.property(globs, path, (lines, file) => {
        const { included, pattern } = new BuildContext(lines).decide(file);
        expect(included || !new BuildContext([pattern as string]).includes(file)).toBe(true);
      }),
    );
  });

  test("below a folder of which nothing may be kept, nothing is", () => {
    const lines = fc.array(
      fc.oneof(
        glob,
        glob.map((text) => `!${text}`),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(lines, path, path, (some, folder, below) => {
        const context = new BuildContext(some);
        expect(context.mayIncludeBelow(folder) || !context.includes(`${folder}/${below}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the line that decided is named", () => {
  test.each<[string[], string, boolean, string | undefined]>([
    [["src/"], "src/a.py", false, "src/"],
    [["*", "!src"], "src", true, "!src"],
    [["*", "!src", "**/x"], "src/x", false, "**/x"],
    [["a", "b"], "c", true, undefined],
  ])("%j, %s", (lines, path, included, pattern) => {
    expect(new BuildContext(lines).decide(path)).toEqual({ included, pattern });
  });
});

describe("whether something below a folder that is left out may be kept", () => {
  test.each<[string[], string, boolean]>([
    [["*", "!src/app"], "src", true],
    [["*", "!src/app"], "docs", false],
    [["*", "!src/app"], "src/app2", false],
    [["*", "!s*/app"], "src", true],
    [["*", "!**/*.py"], "docs", true],
    [["*", "!*"], "docs", true],
    [["!src/app", "*"], "src", false],
    [["src/x", "!src"], "src/x", false],
    [["*", "!src/[a/b]c"], "src", true],
    [["src"], "docs", true],
  ])("%j, %s: %s", (lines, folder, may) => {
    expect(new BuildContext(lines).mayIncludeBelow(folder)).toBe(may);
  });
});

describe("paths", () => {
  test.each(["a", "./a", "/a", "a/", "b/../a", "a//"])("%s is a", (path) => {
    expect(new BuildContext(["a"]).includes(path)).toBe(false);
  });
  test.each([".", "", "/", "./"])("%p is the root, and always there", (path) => {
    expect(new BuildContext(["**"]).includes(path)).toBe(true);
  });
  test.each(["..", "../a", "a/../../b"])("%s lies outside the context", (path) => {
    expect(() => new BuildContext([]).includes(path)).toThrow(
      `.dockerignore: the path "${path}" lies outside the build context`,
    );
  });
});

test.each([
  ["a[", "a [ without its ]"],
  ["[]", "] where a class needs a member"],
  ["[]a]", "write \\] for the character"],
  ["[^]", "] where a class needs a member"],
  ["[a-]", "] where a class needs a member"],
  ["[-a]", "write \\- for the character"],
  ["[b-a]", "the range b-a, which ends before it starts; write a-b"],
  ["[a", "a [ without its ]"],
  ["[a*]", "has * in a class, which the engine misreads; write \\*"],
  ["[?]", "has ? in a class"],
  ["[[:alpha:]]", "has [ in a class"],
  ["a\\", "ends in a backslash"],
  ["a\\ ", "ends in a backslash"],
  ["\\d", 'a backslash before "d"; leave the backslash out'],
  ["[\\w]", 'a backslash before "w"'],
  ["a|*", "has |, which the engine misreads here; write \\|"],
  ["*^a", "has ^, which the engine misreads here; write \\^"],
  ["*a{2}", "has {2}, which the engine misreads here; write \\{2}"],
  ["!", "is an exception of nothing"],
  ["! ", "is an exception of nothing"],
  ["!/", "is an exception of nothing"],
])("the pattern %j is refused", (line, reason) => {
  expect(() => new BuildContext(["ok", line])).toThrow(reason);
});
test("a refusal names the file and the pattern", () => {
  expect(() => new BuildContext([" [b-a] "], "Dockerfile.dockerignore")).toThrow(
    'Dockerfile.dockerignore: the pattern "[b-a]" has the range b-a, which ends before it starts; write a-b',
  );
});
