import { buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "mesonpy";

test.each([
  [["my_orders/__init__.py", "old/my_orders/__init__.py"], ["my_orders"]],
  [["src/my_orders/__init__.py", "tools/__init__.py"], ["src/my_orders"]],
  [["lib/my_orders/__init__.py", "tools/__init__.py"], ["lib/my_orders"]],
  [
    ["a/my_orders/__init__.py", "b/my_orders/__init__.py"],
    ["a/my_orders", "b/my_orders"],
  ],
  [["other/__init__.py"], ["other"]],
])("of %j the package is %j", (files, roots) => expect(rootsOf(backend, { files })).toEqual(roots));
test("meson.build has the version", () => {
  expect(versionOf(backend, {})).toEqual({ value: "meson:meson.build", source: "meson.build" });
});
test.each([
  ["project('orders', 'c', license: 'MIT')", "MIT"],
  ["project('orders', 'c', license: 'my own')", undefined],
  ["project('orders', 'c')", undefined],
])("%j has the license %j", (text, license) => {
  const parts = { project: 'version = "1"\ndynamic = ["license"]', files: { "meson.build": text } };
  expect(builtBy(backend, parts).license?.value).toBe(license);
});

test.each<[string, string[], string[]]>([
  ["", ["meson.options"], ["meson.build", "meson.options"]],
  ["", ["meson_options.txt"], ["meson.build", "meson_options.txt"]],
  ["subdir('native')\n# subdir('old')\nsubdir('my_orders')", ["native/a.c", "old/a.c"], ["meson.build", "native"]],
  [
    "inc = include_directories('inc', '.', '..', '../..')\npy.extension_module('a', 'a.c', 'lib/a.c', 'none.c')\nrun_command('tools/v.py')",
    ["inc/a.h", "../a.h", "../../b.h", "a.c", "lib/a.h", "lib/a.c", "tools/v.py", "tools/w.py"],
    ["meson.build", "inc", "a.c", "lib", "tools/v.py"],
  ],
  ["subproject('a')", ["subprojects/a.wrap"], ["meson.build", "subprojects"]],
])("meson.build with %j and %j makes the build read %j", (text, files, expected) => {
  const others = Object.fromEntries([...files, "my_orders/__init__.py"].map((path) => [path, ""]));
  expect(buildFilesOf(backend, { files: { "meson.build": text, ...others } })).toEqual(expected);
});
test("a meson of the project's own is read with its folder", () => {
  const tables = '[tool.meson-python]\nmeson = "vendor/meson/meson.py"';
  const files = ["vendor/meson/meson.py", "vendor/a.txt", "my_orders/__init__.py"];
  expect(buildFilesOf(backend, { tables, files })).toEqual(["vendor/meson"]);
});
test("files with options are read", () => {
  const tables = '[tool.meson-python.args]\nsetup = ["--native-file=ci/native.ini", "-Dblas=openblas"]';
  expect(buildFilesOf(backend, { tables, files: ["ci/native.ini", "my_orders/__init__.py"] })).toEqual([
    "ci/native.ini",
  ]);
});
