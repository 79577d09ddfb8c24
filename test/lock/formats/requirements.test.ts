import { closureOf } from "../../../src/lock/closure";
import { readRequirementsLock } from "../../../src/lock/formats/requirements";
import type { Lock } from "../../../src/lock/lock";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { PythonVersion } from "../../../src/values/python-version";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

const path = "requirements.txt";

function tryRead(files: Record<string, string>): Lock | undefined {
  const { "pyproject.toml": toml = "" } = files;
  const facts = factsOf(toml, files, { packageManager: PackageManager.PIP });
  expect(facts.requirementsFiles[0]?.value).toBe(path);
  return readRequirementsLock({ path, text: files[path], facts, folder: mapFolder(files) });
}

function read(text: string, further: Record<string, string> = {}): Lock {
  const lock = tryRead({ [path]: text, ...further });
  if (lock === undefined) throw new Error("it is no lock file");
  return lock;
}

function closure(lock: Lock, groups: readonly string[] = [], python = "3.12") {
  return closureOf(lock, { groups, extras: [] }, { python: PythonVersion.of(python), machine: "x86_64" });
}

function installed(lock: Lock, groups: readonly string[] = [], python = "3.12"): Record<string, string | undefined> {
  const packages = closure(lock, groups, python).map((each) => each.package);
  expect(new Set(packages.map(({ name }) => name)).size).toBe(packages.length);
  return Object.fromEntries(packages.map(({ name, version }) => [name, version]));
}

function chains(lock: Lock, groups: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(closure(lock, groups).map((each) => [each.package.name, each.chain.join(" → ")]));
}

test.each([
  ["a==1.0", "1.0"],
  ["A === 1.0.post1", "1.0.post1"],
  ["a[x]==1.0+cpu --hash=sha256:00", "1.0+cpu"],
])("%j has the version %p", (line, version) => expect(installed(read(line))).toEqual({ a: version }));

test("a line that is left open has no version", () => {
  const pinned = Array.from({ length: 11 }, (_, at) => `p${at}==1`).join("\n");
  expect(installed(read(`${pinned}\na>=1`))).toHaveProperty("a", undefined);
});

test.each(["a>=1", "a\nb==1", "", "# nothing yet", "-e ./a", "--index-url https://example.com/simple"])(
  "%j locks nothing",
  (text) => expect(tryRead({ [path]: text, "a/a.py": "" })).toBeUndefined(),
);

test("markers choose the packages", () => {
  const lock = read("a==1 ; python_version < '3.10'\na==2 ; python_version >= '3.10'\nb==1 ; sys_platform == 'win32'");
  expect([installed(lock, [], "3.9"), installed(lock)]).toEqual([{ a: "1" }, { a: "2" }]);
});

const commit = "0123456789012345678901234567890123456789";

test.each([
  ["a==1", { kind: "index" }],
  [`a @ git+https://example.com/a.git@${commit}`, { kind: "git", location: `git+https://example.com/a.git@${commit}` }],
  ["a @ https://example.com/a-1.0.zip", { kind: "url", location: "https://example.com/a-1.0.zip" }],
  ["./a-1.0-py3-none-any.whl", { kind: "path", location: "./a-1.0-py3-none-any.whl" }],
  ["-e ./a", { kind: "project", location: "./a" }],
])("%j comes from %j", (line, source) => {
  const { packages } = read(`${line}\nother==1`, { "a/a.py": "", "a-1.0-py3-none-any.whl": "" });
  expect(packages.find(({ name }) => name === "a")?.source).toEqual(source);
});

test("a file that is included is part of the list", () =>
  expect(installed(read("-r requirements/base.txt\na==1", { "requirements/base.txt": "b==2\na==1" }))).toEqual({
    a: "1",
    b: "2",
  }));

test("constraints ask for nothing", () =>
  expect(installed(read("-c limits.txt\na==1", { "limits.txt": "b==2" }))).toEqual({ a: "1" }));

describe("groups", () => {
  const lock = () => read("a==1", { "requirements-dev.txt": "-r requirements.txt\na==2\nb==1" });
  test("production is without them", () => expect(installed(lock())).toEqual({ a: "1" }));
  test("a file for development is one", () => expect(installed(lock(), ["dev"])).toEqual({ a: "1", b: "1" }));
  test("its lines are asked for with it alone", () =>
    expect(
      [[], ["dev"]].map((groups) =>
        lock()
          .roots({ groups, extras: [] })
          .map(({ name }) => name),
      ),
    ).toEqual([["a"], ["a", "a", "b"]]));
});

test("the files that the project takes its dependencies from are one list", () => {
  const toml = [
    '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"',
    '[project]\nname = "orders"\nversion = "1"\ndynamic = ["dependencies"]',
    `[tool.setuptools.dynamic]\ndependencies = { file = ["${path}", "more.txt"] }`,
  ].join("\n");
  expect(installed(read("a==1", { "pyproject.toml": toml, "more.txt": "b==2" }))).toEqual({ a: "1", b: "2" });
});

describe("chains", () => {
  const list = [
    "flask[async]==3\n    # via -r requirements.in",
    "jinja2==3\n    # via flask",
    "markupsafe==2 ; python_version < '4'\n    # via\n    #   jinja2\n    #   werkzeug",
    "click==8",
  ].join("\n");
  test("they come of the comments", () =>
    expect(chains(read(list))).toEqual({
      flask: "flask",
      jinja2: "flask → jinja2",
      markupsafe: "flask → jinja2 → markupsafe",
      click: "click",
    }));
  test("they lead through the included files and those of groups", () =>
    expect(
      chains(
        read("-r base.in.txt\nflask==3\n    # via -r x.in", {
          "base.in.txt": "jinja2==3\n    # via flask",
          "requirements-dev.txt": "pytest-flask==1\n    # via -r dev.in\nmarkupsafe==2\n    # via jinja2, pytest-flask",
        }),
        ["dev"],
      ),
    ).toMatchObject({ jinja2: "flask → jinja2", markupsafe: "pytest-flask → markupsafe" }));
  test("what is needed by what is not listed stands alone", () =>
    expect(chains(read("a==1\n    # via setuptools"))).toEqual({ a: "a" }));
  test("what the project itself needs is asked for", () =>
    expect(
      read("a==1\n    # via orders\nb==1\n    # via a", {
        "pyproject.toml": '[project]\nname = "Orders"\nversion = "1"\ndependencies = ["a"]',
      })
        .roots({ groups: [], extras: [] })
        .map(({ name }) => name),
    ).toEqual(["a"]));
  test("the extras are known", () =>
    expect(closure(read(list)).map(({ extras }) => [...extras])).toEqual([["async"], [], [], []]));
});

test("it tells no files", () => expect(read("a==1").namesFiles).toBe(false));
test("its format is named", () => expect(read("a==1").format).toBe("requirements"));

test.each(["hg+https://example.com/a", "https://example.com/a/tarball/v1"])(
  "what lies at %s is a source distribution",
  (url) => {
    const [{ wheels, sdists }] = read(`a @ ${url}\nb==1`).packages;
    expect([wheels.length, sdists.length]).toEqual([0, 1]);
  },
);
