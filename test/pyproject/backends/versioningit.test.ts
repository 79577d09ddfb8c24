import { buildFilesOf } from "./built-project";

const method = (table: string, more = "") =>
  `[${table}.next-version]\nmethod = { module = "tools.version", value = "f"${more} }`;
const files = ["my_orders/__init__.py", "tools/__init__.py", "tools/version.py", "ci/tools/version.py"];

test.each([
  ["hatchling.build", method("tool.versioningit"), ["tools/version.py", "tools/__init__.py"]],
  ["hatchling.build", method("tool.hatch.version"), ["tools/version.py", "tools/__init__.py"]],
  ["setuptools.build_meta", method("tool.versioningit"), ["tools/version.py", "tools/__init__.py"]],
  ["hatchling.build", method("tool.versioningit", ', module-dir = "ci"'), ["ci/tools/version.py"]],
  ["hatchling.build", '[tool.versioningit.vcs]\nmethod = "git"', []],
])("%s with %j reads %j", (backend, tables, expected) => {
  expect(buildFilesOf(backend, { tables, files })).toEqual(expected);
});
