import { closureOf } from "../../../src/lock/closure";
import { readPipfileLock } from "../../../src/lock/formats/pipfile";
import type { Lock } from "../../../src/lock/lock";
import { UnknownFormat } from "../../../src/lock/unknown-format";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { Mistake } from "../../../src/values/mistake";
import { PythonVersion } from "../../../src/values/python-version";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

const path = "Pipfile.lock";
const pipfile = `[packages]\nflask = { version = "*", extras = ["async"] }\n[dev-packages]\npytest = "*"`;

function readText(text: string): Lock {
  const folder = mapFolder({ Pipfile: pipfile, [path]: text });
  const facts = factsOf("", { Pipfile: pipfile }, { packageManager: PackageManager.PIPENV });
  return readPipfileLock({ path, text, facts, folder });
}

function read(sections: Record<string, unknown>, meta: Record<string, unknown> = {}): Lock {
  return readText(JSON.stringify({ _meta: { "pipfile-spec": 6, requires: {}, ...meta }, ...sections }));
}

function installed(lock: Lock, groups: readonly string[] = [], python = "3.12"): Record<string, string | undefined> {
  const environment = { python: PythonVersion.of(python), machine: "x86_64" as const };
  const packages = closureOf(lock, { groups, extras: [] }, environment).map((each) => each.package);
  expect(new Set(packages.map(({ name }) => name)).size).toBe(packages.length);
  return Object.fromEntries(packages.map(({ name, version }) => [name, version]));
}

const sections = {
  default: { Flask: { version: "==3.0" }, colorama: { version: "==0.4", markers: "sys_platform == 'win32'" } },
  develop: { pytest: { version: "==8.0" }, flask: { version: "==3.0" } },
  "Lint.Tools": { ruff: { version: "==0.6" } },
};

test("production is default, as far as markers hold", () =>
  expect(installed(read(sections))).toEqual({ flask: "3.0" }));

test.each([
  ["dev-packages", { flask: "3.0", pytest: "8.0" }],
  ["lint-tools", { flask: "3.0", ruff: "0.6" }],
  ["docs", { flask: "3.0" }],
])("the group %s adds what is locked for it", (group, expected) =>
  expect(installed(read(sections), [group])).toEqual(expected),
);

test("the version of production is installed where a group has another", () =>
  expect(
    installed(read({ default: { a: { version: "==1" } }, develop: { a: { version: "==2" } } }), ["dev-packages"]),
  ).toEqual({ a: "1" }));

test("a group has its own version where that of production is for another Python", () => {
  const lock = read({
    default: { a: { version: "==1", markers: "python_version < '3.10'" } },
    develop: { a: { version: "==2" } },
  });
  expect(installed(lock, ["dev-packages"])).toEqual({ a: "2" });
});

test.each([
  [{ version: "===1.0" }, "1.0"],
  [{ version: "*" }, undefined],
  [{}, undefined],
  ["==1.0", "1.0"],
  ["1.0", "1.0"],
  ["*", undefined],
])("%j has the version %p", (entry, version) =>
  expect(installed(read({ default: { a: entry } }))).toEqual({ a: version }),
);

test("both kinds of markers have to hold", () => {
  const markers = { markers: "python_version < '3.10'", os_markers: "sys_platform == 'linux'" };
  const lock = read({ default: { a: { version: "==1", ...markers } } });
  expect([installed(lock, [], "3.9"), installed(lock)]).toEqual([{ a: "1" }, {}]);
});

test.each([
  [{ version: "==1", index: "pypi" }, { kind: "index" }],
  [
    { git: "https://example.com/a.git", ref: "abc", subdirectory: "b" },
    { kind: "git", location: "git+https://example.com/a.git@abc#subdirectory=b" },
  ],
  [{ git: "git+ssh://git@example.com/a.git" }, { kind: "git", location: "git+ssh://git@example.com/a.git" }],
  [{ file: "https://example.com/a-1.0.zip" }, { kind: "url", location: "https://example.com/a-1.0.zip" }],
  [{ file: "wheels/a-1.0-py3-none-any.whl" }, { kind: "path", location: "wheels/a-1.0-py3-none-any.whl" }],
  [
    { path: "./libs/a", editable: true },
    { kind: "project", location: "./libs/a" },
  ],
  [
    { path: ".", editable: true },
    { kind: "project", location: "." },
  ],
])("%j comes from %j", (entry, source) =>
  expect(read({ default: { a: entry } }).packages.map((each) => each.source)).toEqual([source]),
);

test.each([
  ["https://example.com/a-1.0%2Bcpu-py3-none-any.whl#sha256=00", ["a-1.0+cpu-py3-none-any.whl"], []],
  ["https://example.com/a-1.0.tar.gz?download", [], ["a-1.0.tar.gz"]],
  ["./a", [], []],
])("%s is the wheels %j and the source distributions %j", (file, wheels, sdists) => {
  const [found] = read({ default: { a: { file } } }).packages;
  expect([found.wheels.map(({ name }) => name), found.sdists.map(({ name }) => name)]).toEqual([wheels, sdists]);
});

test("it tells no files", () => expect(read(sections).namesFiles).toBe(false));
test("its format is named", () => expect(read(sections).format).toBe("pipenv 6"));

test.each([
  [{}, undefined],
  [{ python_version: "3.12" }, ["==3.12.*"]],
  [{ python_version: "3.12", python_full_version: "3.12.4" }, ["==3.12.4"]],
])("with requires %j it is for the Pythons %j", (requires, pythons) =>
  expect(read(sections, { requires }).pythons?.map(String)).toEqual(pythons),
);

test("what the project asks for stands in the Pipfile", () =>
  expect(read(sections).roots({ groups: ["dev-packages"], extras: [] })).toMatchObject([
    { name: "flask", extras: ["async"] },
    { name: "pytest", extras: [] },
  ]));

test.each([7, "6", undefined])("the pipfile-spec %j is none that is read", (spec) =>
  expect(() => read(sections, { "pipfile-spec": spec })).toThrow(UnknownFormat),
);

const whole = '{\n  "_meta": { "pipfile-spec": 6 },\n  "default": { "a": { "version": "==1" } },\n  "develop": {}\n}\n';

test("the text from which damaged ones are made is right", () =>
  expect(installed(readText(whole))).toEqual({ a: "1" }));

test.each([
  ["", "Pipfile.lock:1: is cut off; make it anew with pipenv lock"],
  [whole.slice(0, 60), "Pipfile.lock:3: is cut off; make it anew with pipenv lock"],
  [whole.slice(0, -3), "Pipfile.lock:4: is cut off; make it anew with pipenv lock"],
  [
    whole.replace("},\n", "}\n"),
    'Pipfile.lock:3: is not valid JSON from "\\"default\\": { \\"a\\": { \\"version\\":" on; make it anew with pipenv lock',
  ],
  [whole.replace("{}", "{},"), 'Pipfile.lock:5: is not valid JSON from "}" on; make it anew with pipenv lock'],
  [whole.replace("6", "six"), 'Pipfile.lock:2: is not valid JSON from "six }," on; make it anew with pipenv lock'],
  [`${whole}}`, 'Pipfile.lock:6: is not valid JSON from "}" on; make it anew with pipenv lock'],
  [
    whole.replace('  "develop"', '<<<<<<< HEAD\n=======\n  "develop"'),
    "Pipfile.lock:4: has the mark <<<<<<< of a merge conflict; take one of the two sides, and run pipenv lock",
  ],
  ["[]", "Pipfile.lock: is no lock file of pipenv: it has no _meta; make it anew with pipenv lock"],
  ["{}", "Pipfile.lock: is no lock file of pipenv: it has no _meta; make it anew with pipenv lock"],
  [
    whole.replace('"==1"', "1"),
    "Pipfile.lock [default.a].version: has the number 1; it is text; make it anew with pipenv lock",
  ],
])("the damaged text %j is told in one sentence", (text, message) => {
  const thrown = () => readText(text);
  expect(thrown).toThrow(Mistake);
  expect(thrown).toThrow(new Error(message));
});

test("every beginning of a lock file that is no whole one is cut off", () => {
  const ends = Array.from(whole.trimEnd(), (_, at) => at);
  const other = ends.filter((end) => {
    try {
      readText(whole.slice(0, end));
      return true;
    } catch (error) {
      return !/: is cut off;/.test(String(error));
    }
  });
  expect(other).toEqual([]);
});

test.each([
  [[], ["c"]],
  [["dev-packages"], ["c", "pool"]],
])("a package has the extras with which it is locked, with the groups %j", (groups, expected) => {
  const entry = (extra: string) => ({ psycopg: { version: "==3.2", extras: [extra] } });
  const lock = read({ default: entry("C"), develop: entry("pool") });
  const [{ extras }] = closureOf(lock, { groups, extras: [] }, { python: PythonVersion.of("3.12") });
  expect([...extras]).toEqual(expected);
});

test("a pipfile-spec that is text is told as such", () => {
  expect(() => read({}, { "pipfile-spec": "6" })).toThrow('pipenv with the text \\"6\\" as pipfile-spec');
});

test("null is told as such", () => {
  expect(() => read({ default: null })).toThrow("Pipfile.lock [default]: has null; it is a table");
});
