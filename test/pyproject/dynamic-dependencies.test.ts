import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { factsOf } from "./facts-of";

const backend = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';

test.each([
  ["[project] tells all of them", '[project]\nname = "orders"\nversion = "1"\n', false],
  ["the version alone is found out", '[project]\nname = "orders"\ndynamic = ["version"]\n', false],
  ["dependencies are found out", '[project]\nname = "orders"\nversion = "1"\ndynamic = ["dependencies"]\n', true],
  ["extras are found out", '[project]\nname = "orders"\nversion = "1"\ndynamic = ["optional-dependencies"]\n', true],
  ["there is no [project]", "", true],
])("where %s", (_, project, expected) => {
  const { hasDynamicDependencies } = factsOf(`${project}${backend}`, {}, { packageManager: PackageManager.PIP });
  expect(hasDynamicDependencies).toBe(expected);
});

test("nothing is found out where nothing is built", () => {
  const files = { "requirements.txt": "httpx" };
  expect(factsOf("", files, { packageManager: PackageManager.PIP }).hasDynamicDependencies).toBe(false);
});
