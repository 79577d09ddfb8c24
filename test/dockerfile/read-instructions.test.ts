import { readInstructions } from "../../src/dockerfile/parsed/read-instructions";

describe("the same instruction twice", () => {
  const text = "FROM a\n# one\nCOPY a \\\n  b /x\nFROM b\n# two\nCOPY a \\\n  b /x\n";
  const copies = readInstructions(text).filter(({ keyword }) => keyword === "COPY");

  test("has its own lines", () => expect(copies.map(({ line }) => line)).toEqual([3, 7]));
  test("has its own comments", () => expect(copies.map(({ comment }) => comment)).toEqual(["one", "two"]));
  test("has its own lines of what it takes", () =>
    expect(copies.map(({ sources }) => sources.map(({ line }) => line))).toEqual([
      [3, 4],
      [7, 8],
    ]));
});

test("what a build later runs stands in the line of its ONBUILD", () =>
  expect(readInstructions("FROM a\n\nONBUILD RUN x\n")[1].trigger?.line).toBe(3));

test.each([
  ["a backslash", "RUN a \\\n  b\nRUN c"],
  ["a backslash above comments and empty lines", "RUN a \\\n# d\n\n  b\nRUN c"],
  ["another escape character", "# escape=`\nRUN a `\n  b\nRUN c"],
])("%s continues an instruction", (_, text) =>
  expect(readInstructions(text).map((each) => each.text.split(/\s+/))).toEqual([["a", "b"], ["c"]]),
);

test("what looks like an instruction in a text in place is none", () =>
  expect(readInstructions("COPY <<EOF /x\nRUN a\nEOF\nRUN b").map(({ keyword }) => keyword)).toEqual(["COPY", "RUN"]));
