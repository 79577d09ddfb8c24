import { closureOf } from "../../../src/lock/closure";
import { readPdmLock } from "../../../src/lock/formats/pdm";
import type { Lock, LockedPackage, LockSelection } from "../../../src/lock/lock";
import { UnknownFormat } from "../../../src/lock/unknown-format";
import { PackageManager } from "../../../src/pyproject/managers/package-manager";
import { PythonVersion } from "../../../src/values/python-version";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

const project = `[project]
name = "orders"
version = "1.0"
requires-python = ">=3.10"
dependencies = ["web[tls]>=1", "one<2"]
[project.optional-dependencies]
fast = ["speed"]
[dependency-groups]
dev = ["check"]
`;

function read(packages: string, metadata = 'strategy = ["inherit_metadata"]', version = "4.5.0"): Lock {
  const text = `[metadata]\nlock_version = "${version}"\n${metadata}\n${packages}`;
  return readText(text);
}

function readText(text: string): Lock {
  const files = { "pyproject.toml": project };
  const facts = factsOf(project, files, { packageManager: PackageManager.PDM });
  return readPdmLock({ path: "pdm.lock", text, facts, folder: mapFolder(files) });
}

function entry(name: string, rest = 'groups = ["default"]', version = "1.0"): string {
  return `[[package]]\nname = "${name}"\nversion = "${version}"\n${rest}\n`;
}

function installed(
  lock: Lock,
  selection: Partial<LockSelection> = {},
  python = "3.12",
  machine: "x86_64" | "aarch64" = "x86_64",
): string[] {
  const asked = { extras: [], groups: [], ...selection };
  return closureOf(lock, asked, { python: PythonVersion.of(python), machine })
    .map(({ package: { name, version } }) => `${name} ${version}`)
    .sort();
}

function only(rest: string): LockedPackage {
  const [first] = read(`[[package]]\nname = "a"\n${rest}`).packages;
  return first;
}

describe("with inherit_metadata", () => {
  const lock = read(
    entry("web", 'groups = ["default", "dev"]') +
      entry("speed", 'groups = ["fast"]') +
      entry("check", 'groups = ["Dev"]') +
      entry("old", 'groups = ["default"]\nmarker = "python_version < \\"3.11\\""') +
      entry("arm", 'groups = ["default"]\nmarker = "platform_machine == \\"aarch64\\""'),
  );

  test.each<[string, Parameters<typeof installed>[1], string, "x86_64" | "aarch64", string[]]>([
    ["the group default", {}, "3.12", "x86_64", ["web 1.0"]],
    ["a marker of the Python version", {}, "3.10", "x86_64", ["old 1.0", "web 1.0"]],
    ["a marker of the processor", {}, "3.12", "aarch64", ["arm 1.0", "web 1.0"]],
    ["an extra of the project", { extras: ["fast"] }, "3.12", "x86_64", ["speed 1.0", "web 1.0"]],
    ["a group, whose name is normalised", { groups: ["dev"] }, "3.12", "x86_64", ["check 1.0", "web 1.0"]],
  ])("installs by %s", (_, selection, python, machine, expected) => {
    expect(installed(lock, selection, python, machine)).toEqual(expected);
  });

  test("a package without groups is installed always", () => {
    expect(installed(read(entry("web", "")))).toEqual(["web 1.0"]);
  });
});

describe("an entry with extras", () => {
  const entries =
    entry("web", 'groups = ["default"]\ndependencies = ["core"]') +
    entry("web", 'extras = ["TLS"]\ngroups = ["default"]\ndependencies = ["crypt>1", "web==1.0"]') +
    entry("web", 'extras = ["tls", "http2"]\ngroups = ["dev"]\ndependencies = ["crypt>1", "frames", "web==1.0"]');
  const [web, ...others] = read(entries).packages;

  test("is the same package", () => expect(others).toEqual([]));
  test("leaves what the package itself needs", () => {
    expect(web.dependencies.map(({ name }) => name)).toEqual(["core"]);
  });
  test.each([
    ["tls", ["crypt"]],
    ["http2", ["crypt", "frames"]],
  ])("adds for %s what the smallest entry with it has", (extra, names) => {
    expect(web.extras.get(extra)?.map(({ name }) => name)).toEqual(names);
  });
});

describe("without inherit_metadata", () => {
  const packages = [
    entry("web", 'dependencies = ["core>=1; python_version < \\"3.11\\""]'),
    entry("web", 'extras = ["tls"]\ndependencies = ["crypt", "web==1.0"]'),
    entry("core", ""),
    entry("crypt", ""),
    entry("speed", ""),
    entry("check", ""),
    entry("one", ""),
    entry("unused", ""),
  ].join("");
  const lock = read(packages, "strategy = []");

  test.each<[string, Partial<LockSelection>, string, string[]]>([
    ["with its extras", {}, "3.12", []],
    ["by its marker", {}, "3.10", ["core 1.0"]],
    ["of an extra of the project", { extras: ["fast"] }, "3.12", ["speed 1.0"]],
    ["of a group", { groups: ["dev"] }, "3.12", ["check 1.0"]],
  ])("what is asked for leads to what is installed: %s", (_, selection, python, added) => {
    expect(installed(lock, selection, python)).toEqual(["crypt 1.0", "one 1.0", "web 1.0", ...added].sort());
  });

  test("of two versions the one that a requirement allows", () => {
    const two = entry("core", "") + entry("core", "", "2.0rc1");
    const web = (specifier: string) => entry("web", `dependencies = ["core${specifier}"]`);
    expect(["<2", ">=2.0rc1", ">3"].map((each) => installed(read(web(each) + two, "strategy = []")))).toEqual([
      ["core 1.0", "web 1.0"],
      ["core 2.0rc1", "web 1.0"],
      // It was overridden in the project.
      ["core 1.0", "core 2.0rc1", "web 1.0"],
    ]);
  });
});

function targets(...lines: string[]): Lock {
  const tables = lines.map((line) => `[[metadata.targets]]\n${line}\n`).join("");
  return read(`${tables}${entry("web")}`);
}

describe("the targets", () => {
  const gap = 'requires_python = ">=3.10,<3.11||>=3.12"';

  test.each<[string, string, "x86_64" | "aarch64", boolean]>([
    ['requires_python = ">=3.12"', "3.12", "aarch64", true],
    ['requires_python = ">=3.12"', "3.11", "x86_64", false],
    [gap, "3.10", "x86_64", true],
    [gap, "3.11", "x86_64", false],
    ['platform = "manylinux_2_17_x86_64"', "3.12", "x86_64", true],
    ['platform = "manylinux_2_17_x86_64"', "3.12", "aarch64", false],
    ['platform = "linux"', "3.12", "x86_64", true],
    ['platform = "linux"', "3.12", "aarch64", false],
    ['platform = "macos_14_0_arm64"', "3.12", "aarch64", false],
    ['platform = "musllinux_1_1_x86_64"', "3.12", "x86_64", false],
    ['platform = "windows_amd64"', "3.12", "x86_64", false],
    ['implementation = "pypy"', "3.12", "x86_64", false],
    ['implementation = "cpython"', "3.12", "x86_64", true],
    ["gil_disabled = true", "3.12", "x86_64", false],
  ])("{ %s } have Python %s on %s: %p", (line, python, machine, expected) => {
    expect(targets(line).isMadeFor?.({ python: PythonVersion.of(python), machine })).toBe(expected);
  });

  test("are for every environment where there are none", () => expect(read("").isMadeFor).toBeUndefined());
  test("tell the versions of Python, those of other systems left out", () => {
    const lock = targets(gap, 'requires_python = "==3.9.*"\nplatform = "macos_14_0_arm64"');
    expect(lock.pythons?.map(String)).toEqual([">=3.10,<3.11", ">=3.12"]);
  });
  test("that are all for other systems tell no version of Python", () => {
    expect(targets('platform = "windows_amd64"').pythons).toBeUndefined();
  });
  test("for another Python install nothing", () => {
    expect(installed(targets('requires_python = ">=3.13"'))).toEqual([]);
  });
});

test.each([
  ['version = "1.0"', "index", undefined],
  ['git = "https://example.com/a.git"\nrevision = "0123"', "git", "https://example.com/a.git"],
  ['url = "https://example.com/a-1.0.zip"', "url", "https://example.com/a-1.0.zip"],
  ['path = "./wheels/a-1.0-py3-none-any.whl"', "path", "./wheels/a-1.0-py3-none-any.whl"],
  ['path = "./libs/a"', "project", "./libs/a"],
  [`url = "file:///\${PROJECT_ROOT}/libs/a"`, "project", "libs/a"],
  ['hg = "https://example.com/a"', "url", "https://example.com/a"],
])("the source of %s", (rest, kind, location) => {
  expect(only(rest).source).toEqual({ kind, ...(location === undefined ? {} : { location }) });
});

test.each([
  ["names", 'files = [{ file = "a-1.0-py3-none-any.whl", hash = "x" }, { file = "a-1.0.tar.gz", hash = "x" }]'],
  [
    "addresses",
    'files = [{ url = "https://e.example/x/a-1.0-py3-none-any.whl#h" }, { url = "https://e.example/a-1.0.tar.gz" }]',
  ],
  ["eggs too", 'files = [{ file = "a-1.0-py3-none-any.whl" }, { file = "a-1.0.egg" }, { file = "a-1.0.tar.gz" }]'],
])("the files by their %s", (_, files) => {
  const { wheels, sdists } = only(files);
  expect([wheels, sdists]).toEqual([[{ name: "a-1.0-py3-none-any.whl" }], [{ name: "a-1.0.tar.gz" }]]);
});

test("a package of an address has the file that is there", () => {
  const { wheels } = only('url = "https://e.example/a-1.0%2Bcpu-py3-none-any.whl"');
  expect(wheels).toEqual([{ name: "a-1.0+cpu-py3-none-any.whl" }]);
});

test.each([
  ["", true],
  ['[metadata.files]\n"web 1.0" = [{ url = "https://e.example/web-1.0.tar.gz" }]', false],
])("the files of packages are known, but not with %j: %p", (metadata, expected) => {
  expect(read(`${metadata}\n${entry("web")}`).namesFiles).toBe(expected);
});

test("its format has the manager's name", () => expect(read("").format).toBe("pdm 4.5.0"));

test.each(['[metadata]\nlock_version = "5.0"', '[metadata]\nlock_version = "3.1"', "[metadata]", "package = []"])(
  "an unknown format is named: %s",
  (text) => expect(() => readText(text)).toThrow(UnknownFormat),
);

const head = '[metadata]\nlock_version = "4.5.0"\n';

test.each([
  ["", "pdm.lock: is empty; it holds the locked packages; run pdm lock"],
  [
    `${head}<<<<<<< HEAD\n=======\n>>>>>>> main\n`,
    /^pdm\.lock:3: has the mark <<<<<<< of a merge conflict;.*pdm lock$/,
  ],
  [`${head}[[package]]\nname = "a`, /^pdm\.lock:4:\d+: is not valid TOML.*; run pdm lock$/],
  [`${head}[[package]]\nversion = "1"`, "pdm.lock [a package]: has no name; every package has a name; run pdm lock"],
  [`${head}[[package]]\nname = "a"\ngroups = "dev"`, /^pdm\.lock \[a\]: has the text "dev" as groups/],
  [`${head}[[package]]\nname = "a"\nfiles = [{ hash = "x" }]`, /^pdm\.lock \[a\]: .*every file has a name/],
])("one sentence says what is wrong with %j", (text, message) => {
  expect(() => readText(text)).toThrow(
    expect.objectContaining({ message: typeof message === "string" ? message : expect.stringMatching(message) }),
  );
});

test.each([
  'hg = "https://example.com/a"\nfiles = []',
  'svn = "https://example.com/a"',
  'bzr = "https://example.com/a"',
  'url = "https://example.com/tarball/v1"\nfiles = [{ url = "https://example.com/tarball/v1", hash = "sha256:1" }]',
])("what lies at an address and is no wheel is a source distribution: %s", (rest) => {
  const { wheels, sdists } = only(rest);
  expect([wheels.length, sdists.length]).toEqual([0, 1]);
});
