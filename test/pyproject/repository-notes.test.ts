import { uvFacts } from "./facts-of";

const project = '[project]\nname = "orders"\ndynamic = ["version"]\n';
const scm = `${project}[build-system]\nrequires = ["setuptools", "setuptools-scm"]\nbuild-backend = "setuptools.build_meta"\n[tool.setuptools_scm]\n`;
const versioneer = `${project}[build-system]\nrequires = ["setuptools", "versioneer"]\nbuild-backend = "setuptools.build_meta"\n[tool.versioneer]\n`;
const package_ = { "src/orders/__init__.py": "", "src/orders/py.typed": "" };
const about = (toml: string, files: Record<string, string> = package_) =>
  uvFacts(toml, files).notes.filter((note) => note.includes(".git is not in the build context"));

test("a version that can't be told is told", () =>
  expect(about(versioneer)).toEqual([
    expect.stringContaining("versioneer asks git for the version, can't be told one"),
  ]));
test("data that only git knows of is named", () =>
  expect(about(scm)).toEqual([expect.stringContaining("so that src/orders/py.typed is left out; name such files in")]));
test("a MANIFEST.in that only leaves out names none", () =>
  expect(about(scm, { ...package_, "MANIFEST.in": "prune tests" })).toHaveLength(1));
test.each<[string, string, Record<string, string>]>([
  ["there is none", scm, { "src/orders/__init__.py": "" }],
  ["MANIFEST.in names it", scm, { ...package_, "MANIFEST.in": "include src/orders/py.typed" }],
  ["pyproject.toml names it", `${scm}[tool.setuptools.package-data]\norders = ["py.typed"]\n`, package_],
])("nothing is said where %s", (_, toml, files) =>
  expect(about(toml, { ...files, "pyproject.toml": toml })).toEqual([]),
);
