import { Specifier } from "../../src/pyproject/requirements/specifier";

const pep440 = (text: string) => Specifier.of(text, "pyproject.toml [project].requires-python");
const poetry = (text: string) => Specifier.ofPoetry(text, "pyproject.toml [tool.poetry.dependencies].python");

test.each([
  [">=3.12", ">=3.12"],
  [">=3.11, <3.14", ">=3.11,<3.14"],
  [" >= 3.9 , != 3.9.7 ", ">=3.9,!=3.9.7"],
  ["~=3.12.0", "~=3.12.0"],
  ["==3.12.*", "==3.12.*"],
  [">=3.9,", ">=3.9"],
  ["", ""],
])("PEP 440: %p is %p", (text, written) => expect(pep440(text).toString()).toBe(written));

test.each([
  ["^3.9", ">=3.9,<4.0"],
  ["^3.12.7", ">=3.12.7,<4.0"],
  ["^0.2.3", ">=0.2.3,<0.3"],
  ["^0.0.3", ">=0.0.3,<0.0.4"],
  ["^0.0", ">=0.0,<0.1"],
  ["^0", ">=0,<1.0"],
  ["~3.12.7", ">=3.12.7,<3.13"],
  ["~3.12", ">=3.12,<3.13"],
  ["~3", ">=3,<4.0"],
  ["~=3.12", "~=3.12"],
  ["3.*", "==3.*"],
  ["3.12.x", "==3.12.*"],
  ["!=3.9.*", "!=3.9.*"],
  ["*", ""],
  ["3.11", "==3.11"],
  ["=3.11", "==3.11"],
  ["<>3.9.7", "!=3.9.7"],
  ["0.2.3post0", "==0.2.3post0"],
  [">=3.9 <3.13", ">=3.9,<3.13"],
  [">= 3.9, < 3.13", ">=3.9,<3.13"],
  ["^3.9, <3.13, !=3.9.7", ">=3.9,<3.13,!=3.9.7"],
  [">=3.8,^3.9", ">=3.9,<4.0"],
  ["~3.9 || ^3.11", ">=3.9,<3.10 || >=3.11,<4.0"],
  ["^3.9 || *", ""],
  ["3.9|3.10", "==3.9 || ==3.10"],
  ["^2.1.0+cpu", ">=2.1.0,<3.0"],
  ["~0.17.0+cpu", ">=0.17.0,<0.18"],
  [">=2.2.0+cpu,<3+cpu", ">=2.2.0,<3"],
  ["2.2.0+cpu", "==2.2.0+cpu"],
  ["!=2.2.0+cpu", "!=2.2.0+cpu"],
  [">=2.28.*", ">=2.28"],
  [">3.9.*,<3.13.*", ">3.9,<3.13"],
  ["~=3.9+cpu", "~=3.9"],
  ["^1!2.0", ">=1!2.0,<1!3.0"],
])("poetry: %p is %p", (text, written) => expect(poetry(text).toString()).toBe(written));

test.each([
  ["^3.9", "3.13.99", true],
  ["^3.9", "4.0", false],
  ["~3.9 || ^3.11", "3.10.2", false],
  ["~3.9 || ^3.11", "3.9.18", true],
  ["*", "2.7.18", true],
])("poetry: %p and %p: %p", (text, version, allowed) => expect(poetry(text).allows(version)).toBe(allowed));

test.each(["^3.9", "3.11", ">=3.9 <4", ">=3 .9", "=>3.9", "latest", "||", ">=3.9 || <3"])(
  "PEP 440: %p is refused",
  (text) => {
    expect(() => pep440(text)).toThrow(`[project].requires-python: ${JSON.stringify(text)} is not a version specifier`);
  },
);
test.each([
  ["^3.9", 'write ">=3.9,<4.0"'],
  ["3.11", 'write "==3.11.*"'],
  [">=3.9 <4", 'write ">=3.9,<4"'],
])("PEP 440: the mend of %p is shown", (text, mend) => expect(() => pep440(text)).toThrow(mend));

test.each([
  "",
  "||",
  "3.9 ||",
  "latest",
  "^",
  "~",
  "^x.y",
  "=>3.9",
  ">=3.x",
  "^3.9.*",
  "~3.9.*",
  "~=3.9.*",
  "^3.9,latest",
  "^3.9 || x.y",
])("poetry: %p is refused", (text) => {
  expect(() => poetry(text)).toThrow(`].python: ${JSON.stringify(text)} is not a version constraint`);
});
