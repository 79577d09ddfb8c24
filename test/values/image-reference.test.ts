import { ImageReference } from "../../src/values/image-reference";

test.each([
  ["python", { repository: "python" }],
  ["python:3.13-slim-trixie", { repository: "python", tag: "3.13-slim-trixie" }],
  ["ghcr.io/astral-sh/uv:0.13.9", { registry: "ghcr.io", repository: "astral-sh/uv", tag: "0.13.9" }],
  ["localhost:5000/a/b", { registry: "localhost:5000", repository: "a/b" }],
  ["localhost/a", { registry: "localhost", repository: "a" }],
  ["team/python:3", { repository: "team/python", tag: "3" }],
  [`python:3@sha256:${"a".repeat(64)}`, { repository: "python", tag: "3", digest: `sha256:${"a".repeat(64)}` }],
])("%s is parsed, and written again as it was", (text, parts) => {
  const reference = ImageReference.of(text);
  expect(reference).toMatchObject(parts);
  expect(reference.toString()).toBe(text);
});

test.each([
  ["", "is empty"],
  ["Python:3", 'the repository "Python"'],
  ["python:", 'the tag ""'],
  ["python:-x", 'the tag "-x"'],
  ["python@sha256:abc", 'the digest "sha256:abc"'],
  [`python@sha256:${"a".repeat(64)}@sha256:${"a".repeat(64)}`, "more than one @"],
  ["re_g!.io/x", 'the registry "re_g!.io"'],
  ["python 3", 'the repository "python 3"'],
])("%s is refused", (text, reason) => {
  expect(() => ImageReference.of(text)).toThrow(reason);
});

test("the message says how to write one", () => {
  expect(() => ImageReference.of("A")).toThrow('write it as "[registry/]repository[:tag][@sha256:…]"');
});

test("a digest replaces another", () => {
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
  expect(
    ImageReference.of(`python:3@${digest("a")}`)
      .withDigest(digest("b"))
      .toString(),
  ).toBe(`python:3@${digest("b")}`);
});
