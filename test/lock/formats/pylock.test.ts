import { closureOf } from "../../../src/lock/closure";
import { readPylockLock } from "../../../src/lock/formats/pylock";
import type { Lock, LockedPackage, LockSelection } from "../../../src/lock/lock";
import { UnknownFormat } from "../../../src/lock/unknown-format";
import { PythonVersion } from "../../../src/values/python-version";
import { factsOf, mapFolder } from "../../pyproject/facts-of";

const project = '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.10"\ndependencies = ["web"]\n';
const facts = factsOf(project);

function readText(text: string): Lock {
  return readPylockLock({ path: "pylock.toml", text, facts, folder: mapFolder({}) });
}

function read(packages: string, head = ""): Lock {
  return readText(`lock-version = "1.0"\ncreated-by = "tool"\n${head}\n${packages}`);
}

function package_(name: string, marker?: string, more = ""): string {
  const line = marker === undefined ? "" : `marker = ${JSON.stringify(marker)}\n`;
  return `[[packages]]\nname = "${name}"\nversion = "1.0"\n${line}${more}\n`;
}

function found(
  lock: Lock,
  selection: Partial<LockSelection> = {},
  python = "3.12",
  machine: "x86_64" | "aarch64" = "x86_64",
) {
  const asked = { extras: [], groups: [], ...selection };
  return closureOf(lock, asked, { python: PythonVersion.of(python), machine });
}

function installed(...asked: Parameters<typeof found>): string[] {
  return found(...asked)
    .map(({ package: each }) => each.name)
    .sort();
}

function only(more: string): LockedPackage {
  const [first] = read(`[[packages]]\nname = "a"\n${more}`).packages;
  return first;
}

describe("a lock file with extras and groups", () => {
  const lock = read(
    package_("web", "'default' in dependency_groups") +
      package_("speed", "'fast' in extras") +
      package_("check", "'dev' in dependency_groups or 'lint' in dependency_groups") +
      package_("both", "'fast' in extras and 'dev' in dependency_groups") +
      package_("always") +
      package_("arm", "platform_machine == 'aarch64'") +
      package_("old", "python_version < '3.11' and 'default' in dependency_groups"),
    'extras = ["fast"]\ndependency-groups = ["default", "dev", "lint"]\ndefault-groups = ["default"]',
  );

  test.each<[string, Partial<LockSelection>, string[]]>([
    ["nothing that is asked for", {}, []],
    ["an extra", { extras: ["fast"] }, ["speed"]],
    ["a group", { groups: ["lint"] }, ["check"]],
    ["both", { extras: ["fast"], groups: ["dev"] }, ["both", "check", "speed"]],
  ])("installs beside the default groups %s", (_, selection, added) => {
    expect(installed(lock, selection)).toEqual(["always", "web", ...added].sort());
  });

  test.each<[string, "x86_64" | "aarch64", string[]]>([
    ["3.12", "aarch64", ["always", "arm", "web"]],
    ["3.10", "x86_64", ["always", "old", "web"]],
  ])("decides by markers for Python %s on %s", (python, machine, expected) => {
    expect(installed(lock, {}, python, machine)).toEqual(expected);
  });
});

test("of one without extras and groups all is installed, whatever is asked for", () => {
  expect(installed(read(package_("web") + package_("check")))).toEqual(["check", "web"]);
});

test("the chain goes from what the project asks for", () => {
  const needs = package_("web", undefined, 'dependencies = [{ name = "Core" }]') + package_("core") + package_("check");
  expect(found(read(needs)).map(({ chain }) => chain)).toEqual([["web"], ["web", "core"], ["check"]]);
});

test("a dependency may tell the version that it means", () => {
  const web = package_("web", undefined, 'dependencies = [{ name = "core", version = "2.0" }]');
  const [{ dependencies }, one, two] = read(web + package_("core") + package_("core").replace("1.0", "2.0")).packages;
  expect([one, two].map((each) => dependencies[0].allows?.(each))).toEqual([false, true]);
});

test("the requirements that pdm writes are dependencies", () => {
  const { dependencies } = only('[packages.tool.pdm]\ndependencies = ["core[tls]>=1; python_version < \\"3.11\\""]');
  expect(dependencies).toEqual([{ name: "core", extras: ["tls"], marker: 'python_version < "3.11"' }]);
});

describe("what it is made for", () => {
  test.each<[string, string, "x86_64" | "aarch64", boolean]>([
    ["", "3.12", "x86_64", true],
    ['requires-python = ">=3.12"', "3.12", "x86_64", true],
    ['requires-python = ">=3.12.4"', "3.12", "x86_64", true],
    ['requires-python = ">=3.12"', "3.11", "x86_64", false],
    [`environments = ["sys_platform == 'win32'"]`, "3.12", "x86_64", false],
    [`environments = ["sys_platform == 'win32'", "sys_platform == 'linux'"]`, "3.12", "x86_64", true],
    [`environments = ["platform_machine == 'x86_64'"]`, "3.12", "aarch64", false],
  ])("with { %s } Python %s on %s: %p", (head, python, machine, expected) => {
    const lock = read(package_("web"), head);
    const isMadeFor = lock.isMadeFor?.({ python: PythonVersion.of(python), machine });
    expect([isMadeFor, installed(lock, {}, python, machine)]).toEqual([expected, expected ? ["web"] : []]);
  });

  test("has the versions of Python", () => {
    expect(read("", 'requires-python = ">=3.12"').pythons?.map(String)).toEqual([">=3.12"]);
  });
  test("has none where it does not say", () => expect(read("").pythons).toBeUndefined());
});

test.each([
  [`index = "https://index.example/simple"`, "index", "https://index.example/simple"],
  ['vcs = { type = "git", url = "https://example.com/a.git", commit-id = "0123" }', "git", "https://example.com/a.git"],
  ['vcs = { type = "git", path = "../a", commit-id = "0123" }', "git", "../a"],
  ['vcs = { type = "hg", url = "https://example.com/a", commit-id = "0123" }', "url", "https://example.com/a"],
  ['directory = { path = "libs/a" }', "project", "libs/a"],
  ['archive = { url = "https://example.com/a-1.0.zip" }', "url", "https://example.com/a-1.0.zip"],
  ['archive = { path = "dist/a-1.0.tar.gz" }', "path", "dist/a-1.0.tar.gz"],
])("the source of { %s }", (more, kind, location) => {
  expect(only(more).source).toEqual({ kind, location });
});

test.each([
  ['{ name = "a-1.0-py3-none-any.whl", url = "https://e.example/x.whl", size = 12 }', "a-1.0-py3-none-any.whl", 12],
  ['{ url = "https://e.example/a-1.0%2Bcpu-py3-none-any.whl#h" }', "a-1.0+cpu-py3-none-any.whl", undefined],
  ['{ path = "dist/a-1.0-py3-none-any.whl" }', "a-1.0-py3-none-any.whl", undefined],
])("the wheel %s", (wheel, name, sizeBytes) => {
  expect(only(`wheels = [${wheel}]`).wheels).toEqual([{ name, sizeBytes }]);
});

test.each([
  ['sdist = { name = "a-1.0.tar.gz", size = 7 }', [], [{ name: "a-1.0.tar.gz", sizeBytes: 7 }]],
  ['archive = { url = "https://e.example/a-1.0.zip" }', [], [{ name: "a-1.0.zip", sizeBytes: undefined }]],
  [
    'archive = { url = "https://e.example/a-1.0-py3-none-any.whl", size = 9 }',
    [{ name: "a-1.0-py3-none-any.whl", sizeBytes: 9 }],
    [],
  ],
])("the files of { %s }", (more, wheels, sdists) => {
  const { wheels: foundWheels, sdists: foundSdists } = only(more);
  expect([foundWheels, foundSdists]).toEqual([wheels, sdists]);
});

test("its format is that of the standard", () => expect(read("").format).toBe("pylock 1.0"));

test("a newer minor version is read, as the standard asks", () => {
  expect(installed(readText(`lock-version = "1.7"\n${package_("web")}`))).toEqual(["web"]);
});

test.each(['lock-version = "2.0"', 'created-by = "tool"'])("an unknown format is named: %s", (text) => {
  expect(() => readText(text)).toThrow(UnknownFormat);
});

const head = 'lock-version = "1.0"\n';

test.each([
  ["", /^pylock\.toml: is empty; .*run npx projen lock$/],
  [`${head}<<<<<<< HEAD\n=======\n>>>>>>> main\n`, /^pylock\.toml:2: has the mark <<<<<<< .*run npx projen lock$/],
  [`${head}[[packages]]\nname = "a`, /^pylock\.toml:3:\d+: is not valid TOML.*; run npx projen lock$/],
  [`${head}[[packages]]\nversion = "1"`, /^pylock\.toml \[a package\]: has no name; every package has a name/],
  [`${head}[[packages]]\nname = "a"\nmarker = 1`, /^pylock\.toml \[a\]: has the number 1 as marker; it is text/],
  [`${head}[[packages]]\nname = "a"\nwheels = [{}]`, /^pylock\.toml \[a\]: has no name; every file has a name, a url/],
  [`${head}[[packages]]\nname = "a"\nsdist = "a.zip"`, /^pylock\.toml \[a\]: has the text "a\.zip" as sdist/],
  [`${head}default-groups = 1`, /^pylock\.toml: has the number 1 as default-groups/],
])("one sentence says what is wrong with %j", (text, message) => {
  expect(() => readText(text)).toThrow(expect.objectContaining({ message: expect.stringMatching(message) }));
});

test.each([
  'vcs = { type = "hg", url = "https://example.com/a", commit-id = "0123" }',
  'archive = { url = "https://example.com/repos/a/tarball/v1" }',
])("what lies at an address and is no wheel is a source distribution: %s", (more) => {
  const { wheels, sdists } = only(more);
  expect([wheels.length, sdists.length]).toEqual([0, 1]);
});
