import { closureOf } from "../../../src/lock/closure";
import { readUvLock } from "../../../src/lock/formats/uv";
import type { Lock, LockedPackage, LockSelection } from "../../../src/lock/lock";
import { PythonVersion } from "../../../src/values/python-version";
import { mapFolder, uvFacts } from "../../pyproject/facts-of";

const project = '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.11"';
const head = 'version = 1\nrevision = 3\nrequires-python = ">=3.11"\n';

/** A package of an index. */
function package_(name: string, rest = "", version = "1.0"): string {
  return `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { registry = "https://index.example" }\n${rest}\n`;
}

/** The project's own package. */
function own(rest: string, source = 'virtual = "."'): string {
  return `[[package]]\nname = "orders"\nversion = "1.0"\nsource = { ${source} }\n${rest}\n`;
}

function read(text: string, toml = project): Lock {
  const files = { "pyproject.toml": toml, "uv.lock": text };
  return readUvLock({ path: "uv.lock", text, facts: uvFacts(toml, files), folder: mapFolder(files) });
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
    .map(({ package: { name, version } }) => `${name} ${version}`)
    .sort();
}

function only(text: string): LockedPackage {
  const [last] = read(head + text).packages;
  return last;
}

test("names its format by version and revision", () => {
  expect(read(head + own("")).format).toBe("uv 1.3");
});

test.each([
  ["x86_64", true],
  ["aarch64", false],
] as const)("is made for %s by its supported markers: %p", (machine, expected) => {
  const lock = read(`${head}supported-markers = ["platform_machine == 'x86_64'"]\n${own("")}`);
  expect(lock.isMadeFor?.({ python: PythonVersion.of("3.12"), machine })).toBe(expected);
});

test("an older lock has no revision", () => {
  expect(read(`version = 1\nrequires-python = ">=3.11"\n${own("")}`).format).toBe("uv 1");
});

test("a newer revision is read, as older uv does", () => {
  expect(read(`version = 1\nrevision = 99\n${own("")}`).format).toBe("uv 1.99");
});

test("tells the versions of Python for which it is made", () => {
  expect(read(head + own("")).pythons?.map(String)).toEqual([">=3.11"]);
});

test.each([
  ['registry = "https://index.example"', "index", "https://index.example"],
  ['git = "https://example.com/a?rev=x#0123"', "git", "https://example.com/a?rev=x#0123"],
  ['url = "https://example.com/a-1.zip", subdirectory = "b"', "url", "https://example.com/a-1.zip#subdirectory=b"],
  ['path = "wheels/a-1.whl"', "path", "wheels/a-1.whl"],
  ['directory = "../a"', "project", "../a"],
  ['editable = "../a"', "project", "../a"],
  ['virtual = "../a"', "project", "../a"],
])("the source { %s }", (source, kind, location) => {
  expect(only(`[[package]]\nname = "a"\nsource = { ${source} }`).source).toEqual({ kind, location });
});

test.each([
  ['{ url = "https://files.example/aa/a-1.0%2Bcpu-py3-none-any.whl", size = 12 }', "a-1.0+cpu-py3-none-any.whl", 12],
  ['{ url = "https://files.example/a-1.0-py3-none-any.whl#x=1" }', "a-1.0-py3-none-any.whl", undefined],
  ['{ path = "sub/a-1.0-py3-none-any.whl" }', "a-1.0-py3-none-any.whl", undefined],
  ['{ filename = "a-1.0-py3-none-any.whl" }', "a-1.0-py3-none-any.whl", undefined],
])("the wheel %s", (wheel, name, sizeBytes) => {
  expect(only(package_("a", `wheels = [${wheel}]`)).wheels).toEqual([{ name, sizeBytes }]);
});

test("a source distribution has its name and its size", () => {
  const sdist = 'sdist = { url = "https://files.example/a-1.0.tar.gz", hash = "x", size = 7 }';
  expect(only(package_("a", sdist)).sdists).toEqual([{ name: "a-1.0.tar.gz", sizeBytes: 7 }]);
});

test("a source distribution of an address is named by the address", () => {
  const text = '[[package]]\nname = "a"\nsource = { url = "https://e.example/a-1.0.tar.gz" }\nsdist = { hash = "x" }';
  expect(only(text).sdists).toEqual([{ name: "a-1.0.tar.gz", sizeBytes: undefined }]);
});

const lists = `${own(`dependencies = [{ name = "web" }]
[package.optional-dependencies]
fast = [{ name = "speed" }]
all = [{ name = "orders", extra = ["fast"] }]
[package.dev-dependencies]
dev = [{ name = "check" }]
bench = [{ name = "orders", extra = ["fast"] }]`)}
${package_("web", 'dependencies = [{ name = "core", extra = ["tls"], marker = "python_full_version >= \'3.12\'" }]')}
${package_("core", '[package.optional-dependencies]\ntls = [{ name = "tls" }]')}
${package_("tls")}${package_("speed")}${package_("check")}${package_("unused")}`;

test("the main dependencies with what they need, and its extras", () => {
  expect(installed(read(head + lists))).toEqual(["core 1.0", "tls 1.0", "web 1.0"]);
});

test("a marker decides by the version of Python", () => {
  expect(installed(read(head + lists), {}, "3.11")).toEqual(["web 1.0"]);
});

test.each([
  ["an extra", { extras: ["fast"] }, "speed 1.0"],
  ["an extra that has another", { extras: ["all"] }, "speed 1.0"],
  ["a group", { groups: ["dev"] }, "check 1.0"],
  ["a group that has an extra of the project", { groups: ["bench"] }, "speed 1.0"],
])("%s adds to them", (_, selection, added) => {
  expect(installed(read(head + lists), selection)).toEqual(["core 1.0", "tls 1.0", "web 1.0", added].sort());
});

test("the chain goes from what the project asks for", () => {
  const chain = found(read(head + lists)).find(({ package: { name } }) => name === "tls")?.chain;
  expect(chain).toEqual(["web", "core", "tls"]);
});

const forks = `${own(`dependencies = [
  { name = "a", version = "1.0", source = { registry = "https://index.example" }, marker = "platform_machine == 'aarch64'" },
  { name = "a", version = "2.0", source = { registry = "https://index.example" }, marker = "platform_machine != 'aarch64'" },
]`)}${package_("a")}${package_("a", "", "2.0")}`;

test.each([
  ["x86_64", "a 2.0"],
  ["aarch64", "a 1.0"],
] as const)("of two versions the one for %s", (machine, version) => {
  expect(installed(read(head + forks), {}, "3.12", machine)).toEqual([version]);
});

test("of two sources of one version the one that is named", () => {
  const text = `${own('dependencies = [{ name = "a", version = "1.0", source = { git = "https://g.example/a#1" } }]')}
${package_("a")}[[package]]\nname = "a"\nversion = "1.0"\nsource = { git = "https://g.example/a#1" }`;
  expect(found(read(head + text)).map((each) => each.package.source.kind)).toEqual(["git"]);
});

const conflicting = `conflicts = [[{ package = "orders", extra = "cpu" }, { package = "orders", group = "gpu" }]]
${own(`dependencies = [
  { name = "a", version = "1.0", source = { registry = "https://index.example" }, marker = "extra == 'extra-6-orders-cpu'" },
  { name = "a", version = "2.0", source = { registry = "https://index.example" }, marker = "extra == 'group-6-orders-gpu'" },
  { name = "b", extra = ["c"] },
  { name = "d", marker = "extra == 'extra-1-b-c'" },
  { name = "e", marker = "extra == 'project-6-orders'" },
]
[package.optional-dependencies]
cpu = [{ name = "b" }]
[package.dev-dependencies]
gpu = [{ name = "b" }]`)}${package_("a")}${package_("a", "", "2.0")}${package_("b")}${package_("d")}${package_("e")}`;

test.each([
  ["neither", {}, []],
  ["the extra", { extras: ["cpu"] }, ["a 1.0"]],
  ["the group", { groups: ["gpu"] }, ["a 2.0"]],
])("of what conflicts: %s", (_, selection, versions) => {
  expect(installed(read(head + conflicting), selection)).toEqual([...versions, "b 1.0", "d 1.0", "e 1.0"].sort());
});

test("an extra of what conflicts counts only where what asks for it holds", () => {
  const text = `conflicts = []\n${own(`dependencies = [
  { name = "b", extra = ["c"], marker = "sys_platform == 'win32'" },
  { name = "d", marker = "extra == 'extra-1-b-c'" },
  { name = "e", extra = ["f"], marker = "extra == 'extra-1-e-f'" },
]`)}${package_("b")}${package_("d")}${package_("e")}`;
  expect(installed(read(head + text))).toEqual(["e 1.0"]);
});

test("a marker by which conflicts are told apart is named with its lock file", () => {
  const text = `conflicts = []\n${own('dependencies = [{ name = "b", marker = "extra = 1" }]')}${package_("b")}`;
  expect(() => found(read(head + text))).toThrow(
    /^uv\.lock \(b\): "extra = 1" is not an environment marker: .*; make the lock file again$/,
  );
});

const members = `[manifest]
members = ["one", "two"]
[manifest.dependency-groups]
lint = [{ name = "check", marker = "sys_platform == 'linux'" }]
[[package]]\nname = "one"\nversion = "1"\nsource = { editable = "one" }\ndependencies = [{ name = "a" }]
[[package]]\nname = "two"\nversion = "1"\nsource = { editable = "two" }\ndependencies = [{ name = "b" }]
[package.dev-dependencies]\ndev = [{ name = "c" }]
${package_("a")}${package_("b")}${package_("c")}
${package_("check", "resolution-markers = [\"python_full_version >= '3.13'\"]", "2.0")}
${package_("check", "resolution-markers = [\"python_full_version < '3.13'\"]")}`;
const workspace = "[tool.uv.workspace]\nmembers = []";

test.each([
  ["all members", {}, ["a 1.0", "b 1.0"]],
  ["a group of the root", { groups: ["lint"] }, ["a 1.0", "b 1.0", "check 1.0"]],
  ["a group of a member", { groups: ["dev"] }, ["a 1.0", "b 1.0", "c 1.0"]],
])("a root without [project] stands for %s", (_, selection, names) => {
  expect(installed(read(head + members, workspace), selection)).toEqual(names);
});

test("on a platform that is not supported nothing is installed", () => {
  const text = `supported-markers = ["sys_platform == 'darwin'", "sys_platform == 'win32'"]\n${lists}`;
  expect(installed(read(head + text))).toEqual([]);
});

test("in a lock of another project the project asks for what its facts say", () => {
  const toml = project.replace("orders", "billing").concat('\ndependencies = ["core"]');
  expect(installed(read(head + lists, toml))).toEqual(["core 1.0"]);
});

test.each([
  ["version = 2\n", /uv\.lock: has the format "uv 2".*read are uv 1/],
  ["", /uv\.lock: is empty.*run uv lock/],
  [
    `${head}<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> main\n`,
    /uv\.lock:4: has the mark <<<<<<< of a merge conflict;.*uv lock/,
  ],
  [`${head}[[package]]\nname = "a`, /uv\.lock:5:.*not valid TOML.*run uv lock/],
  ['requires-python = ">=3.11"\n', /uv\.lock: has no version/],
  [`${head}package = 3`, /uv\.lock: has the number 3 as package/],
  [`${head}[[package]]\nversion = "1"`, /uv\.lock \[a package\]: has no name/],
  [`${head}[[package]]\nname = "a"`, /uv\.lock \[a\]: has no source/],
  [`${head}[[package]]\nname = "a"\nsource = { cave = "x" }`, /uv\.lock \[a\]: has a table as source.*registry/],
  [head + package_("a", 'wheels = [{ url = "a.whl", size = "12" }]'), /uv\.lock \[a\]: has the text "12" as size/],
  [head + package_("a", 'dependencies = [{ name = "b" }]'), /uv\.lock: has the package a, which needs b, but not that/],
])("one sentence says what is wrong with %j", (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test.each([
  ["https://example.com/a/zipball", "", 0, 1],
  ["https://example.com/a-1.0-py3-none-any.whl", 'wheels = [{ filename = "a-1.0-py3-none-any.whl" }]', 1, 0],
])("the files of a package from %s", (url, files, wheels, sdists) => {
  const found = only(`[[package]]\nname = "a"\nsource = { url = "${url}" }\n${files}\n`);
  expect([found.wheels.length, found.sdists.length]).toEqual([wheels, sdists]);
});
