import { PythonVersion } from "../../src/values/python-version";

test.each(["3.9", "3.13", "3.10.0", "3.13.2"])("%s is parsed, and written again as it was", (text) => {
  expect(PythonVersion.of(text).toString()).toBe(text);
});
test("the minor release is told apart from the patch", () => {
  expect(PythonVersion.of("3.13.2")).toMatchObject({ minor: "3.13", patch: 2 });
});
test("a minor release has no patch", () => expect(PythonVersion.of("3.13").patch).toBeUndefined());

test.each(["", "3", "2.7", "4.0", "3.09", "3.13.", "3.13.2.1", "v3.13", ">=3.13", " 3.13", "3.14rc1", "3.1000"])(
  "%p is refused",
  (text) => expect(() => PythonVersion.of(text)).toThrow(`"${text}" is not a version of Python 3`),
);
test.each([[3.1], [3.13], [3], [null], [undefined], [{}]])("%p, which is no text, is refused", (value) => {
  expect(() => PythonVersion.of(value as unknown as string)).toThrow("a Python version is text");
});
test("a number is explained by what a command line makes of 3.10", () => {
  expect(() => PythonVersion.of(3.1 as unknown as string)).toThrow(/3\.10 becomes 3\.1.*requiresPython: ">=3\.10"/);
});

test("versions are ordered by number", () => {
  const versions = ["3.13", "3.9", "3.13.0", "3.10", "3.13.11", "3.13.2"].map((text) => PythonVersion.of(text));
  const ordered = versions.sort((a, b) => a.compare(b)).map((version) => version.toString());
  expect(ordered).toEqual(["3.9", "3.10", "3.13", "3.13.0", "3.13.2", "3.13.11"]);
});
test("a version is the same as another of the same text", () => {
  expect(PythonVersion.of("3.13.2").compare(PythonVersion.of("3.13.2"))).toBe(0);
});
