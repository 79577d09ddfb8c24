import { compareFacts, unanswered } from "./compare";

const differences = (expected: Record<string, unknown>, answer: Record<string, unknown>) =>
  compareFacts(expected, answer).flatMap(({ key, differences }) => differences.map((text) => `${key}: ${text}`));

describe("what is compared", () => {
  test.each(["source", "project", "notes", "packageManagerAlsoAcceptable"])("%s is not", (key) => {
    expect(compareFacts({ [key]: "a" }, { [key]: "b" })).toEqual([]);
  });
  test("null is not, beside a key that is", () => {
    const answer = { readme: ["README.md"], extras: ["web"] };
    expect(compareFacts({ readme: null, extras: [] }, answer).map(({ key }) => key)).toEqual(["extras"]);
  });
  test("each other key is one fact", () => {
    expect(compareFacts({ extras: [], project: ".", gitDependencies: false }, {}).map(({ key }) => key)).toEqual([
      "extras",
      "gitDependencies",
    ]);
  });
  test("further keys of the answer are not", () => expect(compareFacts({}, { python: "3.13" })).toEqual([]));
  test("a key without an answer is wrong", () =>
    expect(differences({ extras: [] }, {})).toEqual(["extras: not answered"]));
  test("without any answer every fact is wrong", () => {
    expect(unanswered({ extras: [], readme: null, project: "." })).toEqual([
      { key: "extras", differences: ["no answer"] },
    ]);
  });
});

test.each([
  ["buildBackend", "uv_build", "uv_build", []],
  ["buildBackend", "uv_build", null, ['expected "uv_build", got null']],
  ["installsProject", true, false, ["expected true, got false"]],
  ["dynamicVersion", "hatch:file", "hatch-vcs", ['expected "hatch:file", got "hatch-vcs"']],
  ["readme", ["a", "b"], ["b", "a"], []],
  ["readme", ["a"], ["b"], ['expected ["a"], got ["b"]; missing a; too many b']],
  ["readme", ["a"], "a", ['expected ["a"], got "a"']],
  ["extras", [], ["a"], ['expected [], got ["a"]; too many a']],
  ["requiresPython", ">=3.9,<4.0", "<4.0, >=3.9", []],
  ["requiresPython", ">=3.9", ">=3.9,<4.0", ['expected ">=3.9", got ">=3.9,<4.0"']],
  ["requiresPython", ">=3.9", null, ['expected ">=3.9", got null']],
])("%s: for %j the answer %j gives %j", (key, expected, answer, found) => {
  expect(differences({ [key]: expected }, { [key]: answer })).toEqual(found.map((text) => `${key}: ${text}`));
});

describe("package manager", () => {
  const expected = { packageManager: "hatch", packageManagerAlsoAcceptable: ["pip"] };

  test.each([
    ["hatch", 0],
    ["pip", 0],
    ["uv", 1],
  ])("%s has %d differences", (packageManager, count) => {
    expect(differences(expected, { packageManager })).toHaveLength(count);
  });
});

describe("minors", () => {
  test.each([
    [["3.8", "3.14", "3.15"], 0],
    [["3.13", "3.14"], 1],
    [[], 1],
  ])("%j has %d differences from 3.14", (pythonMinorsAllowed, count) => {
    expect(differences({ pythonMinorsAllowed: ["3.14"] }, { pythonMinorsAllowed })).toHaveLength(count);
  });
});

test.each([
  [["flask", "gunicorn"], 0],
  [["flask", "celery"], 1],
  [[], 1],
])("the frameworks %j have %d differences from flask", (frameworks, count) => {
  expect(differences({ frameworks: ["flask"] }, { frameworks })).toHaveLength(count);
});

describe.each(["devGroups", "devExtras"])("%s", (key) => {
  test.each([
    [["dev", "lint"], "", []],
    [["lint"], "", [`${key}: expected ["dev"], got ["lint"]; missing dev`]],
    [
      ["dev", "container"],
      "The group 'container' is REQUIRED in production; dev is not.",
      [`${key}: needed in production container`],
    ],
    [["dev", "all"], "Extra 'all' must not be used in production.", []],
    [["dev", "data"], "The index data-production is private; production needs a database.", []],
  ])("the answer %j with the notes %j gives %j", (answer, notes, found) => {
    expect(differences({ [key]: ["dev"], notes }, { [key]: answer })).toEqual(found);
  });
});

describe("system packages", () => {
  const found = (expected: unknown, answer: unknown) =>
    differences({ systemPackages: expected }, { systemPackages: answer });

  test("further ones are ignored", () => {
    expect(found({ build: ["git"], runtime: [] }, { build: ["git", "cmake"], runtime: ["libpq5"] })).toEqual([]);
  });
  test("a missing one is told with its use", () => {
    expect(found({ build: [], runtime: ["libpq5"] }, { build: ["libpq5"], runtime: [] })).toEqual([
      'systemPackages: runtime: expected ["libpq5"], got []; missing libpq5',
    ]);
  });
  test("what is null is not compared", () =>
    expect(found({ build: null, runtime: [] }, { build: [], runtime: [] })).toEqual([]));
  test.each(["gcc", "g++", "build-essential"])("%s is a compiler, whichever is expected", (name) => {
    const answers = ["gcc", "g++", "build-essential"].map((each) => found({ build: [name] }, { build: [each] }));
    expect(answers).toEqual([[], [], []]);
  });
});

test.each([
  [{ ldap: { build: [], runtime: [] } }, 1],
  [{ ldap: { build: ["gcc"], runtime: [] }, more: { build: [], runtime: ["git"] } }, 0],
])("system packages of the extras %j have %d differences from a compiler for ldap", (answer, count) => {
  const expected = { ldap: { build: ["build-essential"], runtime: [] } };
  expect(differences({ systemPackagesByExtra: expected }, { systemPackagesByExtra: answer })).toHaveLength(count);
});
test("system packages of an extra that is not answered are missing", () => {
  const expected = { ldap: { build: ["libldap2-dev"], runtime: [] } };
  expect(differences({ systemPackagesByExtra: expected }, { systemPackagesByExtra: {} })).toEqual([
    'systemPackagesByExtra: ldap: build: expected ["libldap2-dev"], got []; missing libldap2-dev',
  ]);
});
