import { PythonVersion } from "../../src/values/python-version";
import { factsOf, poetryFacts, uvFacts } from "./facts-of";

const uv = (requires: string) => `[project]\nname = "orders"\nrequires-python = "${requires}"\n`;
const poetry = (python: string) => `[tool.poetry]\nname = "orders"\n[tool.poetry.dependencies]\npython = "${python}"\n`;
const allowed = (toml: string) => factsOf(toml, { "x.lock": "" }, optionsOf(toml)).allowedPythons.value.map(String);
const chosen = (toml: string) => factsOf(toml, {}, optionsOf(toml)).python.value.toString();
const optionsOf = (toml: string) => ({ signs: [{ manager: toml.includes("poetry") ? "poetry" : "uv", sign: "test" }] });
const pythonVersion = (text: string) => ({ pythonVersion: PythonVersion.of(text) });

test.each([
  [">=3.12", ["3.12", "3.13", "3.14", "3.15"]],
  [">=3.12.4", ["3.12", "3.13", "3.14", "3.15"]],
  ["<=3.11", ["3.8", "3.9", "3.10"]],
  [">=3.11, <3.14", ["3.11", "3.12", "3.13"]],
  ["==3.12.*", ["3.12"]],
  ["~=3.12", ["3.12", "3.13", "3.14", "3.15"]],
  ["~=3.12.0", ["3.12"]],
  [">=3.9,<3.13,!=3.9.7", ["3.9", "3.10", "3.11", "3.12"]],
  [">=3.10,!=3.12.*,<3.14", ["3.10", "3.11", "3.13"]],
  [">3.11,<3.13", ["3.11", "3.12"]],
  ["==3.12", ["3.12.0"]],
  ["==3.12.4", ["3.12.4"]],
  [">=3.12,<3.12.5", ["3.12.4"]],
  ["", ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"]],
])("requires-python %p allows %p", (requires, versions) => expect(allowed(uv(requires))).toEqual(versions));

test.each([
  ["^3.10", ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"]],
  ["~3.12.7", ["3.12"]],
  ["3.11", ["3.11.0"]],
  ["~3.9 || ~3.11", ["3.9", "3.11"]],
])("poetry's python %p allows %p", (python, versions) => expect(allowed(poetry(python))).toEqual(versions));

test.each([
  [">=3.8", "3.13"],
  [">=3.14", "3.15"],
  ["<3.12", "3.11"],
  ["==3.12.*", "3.12"],
  ["==3.12", "3.12.0"],
])("of requires-python %p, %s is chosen", (requires, version) => expect(chosen(uv(requires))).toBe(version));

test("without any wish it is the default", () => {
  expect(uvFacts('[project]\nname = "orders"').python).toMatchObject({
    value: { minor: "3.13" },
    source: expect.stringContaining("the default"),
  });
});
test("without requires-python there is no such fact", () => {
  expect(uvFacts('[project]\nname = "orders"').requiresPython).toBeUndefined();
});
test("the choice names its key", () => {
  expect(uvFacts(uv(">=3.14")).python.source).toBe("pyproject.toml [project].requires-python");
});
test("a pinned patch is told", () => {
  expect(uvFacts(uv("==3.12")).notes).toEqual([
    'pyproject.toml [project].requires-python "==3.12" allows no minor release of Python as a whole: 3.12.0 is pinned',
  ]);
});
test("a minor release is nothing to tell", () => expect(uvFacts(uv("==3.12.*")).notes).toEqual([]));

test.each([
  ["3.12", "3.12"],
  ["3.12.4\n", "3.12.4"],
  ["# pinned\n\n3.12 # why\n3.11\n", "3.12"],
  ["cpython-3.12", "3.12"],
  ["cpython@3.12.4", "3.12.4"],
  ["python3.12", "3.12"],
])(".python-version %j is %s", (content, version) => {
  const { python } = uvFacts(uv(">=3.10"), { ".python-version": content });
  expect(`${python.value} of ${python.source}`).toBe(`${version} of .python-version`);
});
test.each([
  ["3", "3.13", ["pyproject.toml [project].requires-python"]],
  [">=3.14", "3.15", ["pyproject.toml [project].requires-python", ".python-version"]],
  ["3.12.*", "3.12", [".python-version"]],
  ["v3.12.1", "3.12.1", [".python-version"]],
  ["cpython-3.12.1-linux-x86_64-gnu", "3.12.1", [".python-version"]],
])(".python-version %j chooses %s", (content, version, sources) => {
  const { python } = uvFacts(uv(">=3.10,!=3.14.*"), { ".python-version": content });
  expect([String(python.value), sources.every((source) => python.source.includes(source))]).toEqual([version, true]);
});
test.each(["pypy3.10", "system", "myvenv", "3.13t", "3.12-dev", "3.14.0rc1", ">=x"])(
  ".python-version %j is told, and requires-python decides",
  (content) => {
    const { python, notes } = uvFacts(uv(">=3.10"), { ".python-version": content });
    expect([String(python.value), notes]).toEqual([
      "3.13",
      [expect.stringContaining(`.python-version: "${content}" is no release of CPython 3, and is passed over`)],
    ]);
  },
);
test("a version that can't exist is told with its file", () => {
  expect(() => uvFacts(uv(">=3.10"), { ".python-version": "3.12.99999" })).toThrow(
    '.python-version: Python version: "3.12.99999" is not a version of Python 3',
  );
});
test("an empty .python-version says nothing", () => {
  expect(uvFacts(uv(">=3.10"), { ".python-version": "# none\n" }).pythonVersionFile).toBeUndefined();
});
test("a .python-version above the project counts within a workspace", () => {
  const files = {
    "../../pyproject.toml": "[tool.uv.workspace]\nmembers = ['services/*']",
    "../../.python-version": "3.12",
  };
  expect(uvFacts(uv(">=3.10"), files).python).toMatchObject({
    value: { minor: "3.12" },
    source: "../../.python-version",
  });
});
test("a .python-version above the project does not count without one", () => {
  expect(uvFacts(uv(">=3.10"), { "../.python-version": "3.12" }).python.value.minor).toBe("3.13");
});

test("the option comes before .python-version", () => {
  const { python } = uvFacts(uv(">=3.10"), { ".python-version": "system" }, pythonVersion("3.11"));
  expect(`${python.value} of ${python.source}`).toBe("3.11 of option pythonVersion");
});
test("an option with a patch is kept", () => {
  expect(uvFacts(uv(">=3.10"), {}, pythonVersion("3.11.4")).python.value.toString()).toBe("3.11.4");
});
test("an option without the patch that alone is allowed gets it", () => {
  expect(uvFacts(uv("==3.12.4"), {}, pythonVersion("3.12")).python.value.toString()).toBe("3.12.4");
});
test.each(["3.16", "3.16.1"])("an option may name a release that the table does not have yet: %s", (version) => {
  expect(uvFacts(uv(">=3.16"), {}, pythonVersion(version)).python.value.toString()).toBe(version);
});
test("an option gets its own patch where several releases have one", () => {
  expect(poetryFacts(poetry("3.11 || 3.12"), {}, pythonVersion("3.11")).python.value.toString()).toBe("3.11.0");
});
test("an option may name a patch that alone fits", () => {
  expect(uvFacts(uv("<=3.12"), {}, pythonVersion("3.12.0")).python.value.toString()).toBe("3.12.0");
});
test.each([
  ["3.9", {}, "option pythonVersion: Python 3.9 does not fit"],
  ["3.12.3", {}, "option pythonVersion: Python 3.12.3 does not fit"],
  [undefined, { ".python-version": "3.9" }, ".python-version: Python 3.9 does not fit"],
])("%p %j outside requires-python is refused", (option, files, message) => {
  const options = option === undefined ? {} : pythonVersion(option);
  expect(() => uvFacts(uv(">=3.12.4"), files, options)).toThrow(message);
  expect(() => uvFacts(uv(">=3.12.4"), files, options)).toThrow(
    '[project].requires-python ">=3.12.4"; allowed is 3.12, 3.13, 3.14, 3.15',
  );
});
test("where only some patches of the wished release fit, the message says which", () => {
  expect(() => uvFacts(uv("<=3.12"), {}, pythonVersion("3.12"))).toThrow("and of 3.12 up to 3.12.0");
});

test.each([">=3.12,<3.10", ">=3.16", "==2.7.*", "<3"])(
  "requires-python %p, which allows nothing, is refused",
  (requires) => {
    expect(() => uvFacts(uv(requires))).toThrow(
      `pyproject.toml [project].requires-python: "${requires}" allows no version of Python; CPython 3.8 to 3.15 can be chosen`,
    );
  },
);

test("a release before those that can be chosen can be asked for, and the message says so", () => {
  expect(() => poetryFacts(poetry("~3.7"))).toThrow("or set pythonVersion (on the command line --python)");
  expect(poetryFacts(poetry("~3.7"), {}, pythonVersion("3.7")).python.value.minor).toBe("3.7");
});

describe("a poetry project with [project]", () => {
  const both = (requires: string, python: string) => `${uv(requires)}${poetry(python)}`;

  test.each([
    [">=3.9", "^3.10", ">=3.10,<4.0"],
    [">=3.9,<4.0", "^3.9", ">=3.9,<4.0"],
    [">=3.10,<3.14", ">=3.11,<3.13", ">=3.11,<3.13"],
  ])("requires-python %p with poetry's %p is %p", (requires, python, effective) => {
    expect(poetryFacts(both(requires, python)).requiresPython?.value).toBe(effective);
  });
  test.each([
    [">=3.10,<3.14", "^3.10"],
    [">=3.10,<4.0", ">=3.10"],
    [">=3.10.2", ">=3.10"],
    [">=3.10,!=3.11.3", ">=3.10"],
    ["==3.12.*", "~3.13"],
    [">=3.9", ">=2.7"],
  ])("requires-python %p with poetry's %p, which is no subset, is refused", (requires, python) => {
    const facts = () => poetryFacts(both(requires, python));
    expect(facts).toThrow(
      "pyproject.toml [tool.poetry.dependencies].python and pyproject.toml [project].requires-python",
    );
    expect(facts).toThrow("poetry's python is a subset of requires-python");
  });
  test("a contradiction in one of them names that one alone", () => {
    expect(() => poetryFacts(both(">=3.9", ">=3.12,<3.10"))).toThrow(
      /^pyproject\.toml \[tool\.poetry\.dependencies\]\.python: ">=3\.12,<3\.10"/,
    );
  });
});

test.each([
  ["'^3.9'", ">=3.9,<4.0"],
  ["{ version = '^3.9' }", ">=3.9,<4.0"],
])("poetry's python may be written as %s", (value, effective) => {
  const toml = `[tool.poetry.dependencies]\npython = ${value}`;
  expect(poetryFacts(toml).requiresPython?.value).toBe(effective);
});
