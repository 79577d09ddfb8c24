import { parseToml } from "../../src/pyproject/files/parse-toml";
import { requirementsOfExtra } from "../../src/pyproject/metadata/extras";
import { readDependencyGroups } from "../../src/pyproject/requirements/dependency-groups";
import { parseRequirement } from "../../src/pyproject/requirements/requirement";
import { readRequirementsFile } from "../../src/pyproject/requirements/requirements-file";
import { factsOf, mapFolder } from "./facts-of";

/** Each includes the next one twice, so that there are 65536 ways to the last. */
const levels = Array.from({ length: 16 }, (_, level) => level);

test("a group that is included by many ways counts once", () => {
  const groups = levels.map((n) => `g${n} = [{include-group = "g${n + 1}"}, {include-group = "g${n + 1}"}]`);
  const file = parseToml(`[dependency-groups]\n${groups.join("\n")}\ng16 = ["ruff"]`, "pyproject.toml");
  expect(readDependencyGroups(file)[0].requirements.map(({ name }) => name)).toEqual(["ruff"]);
});
test("an extra that is included by many ways counts once", () => {
  const requirements = (...written: string[]) => written.map((each) => parseRequirement(each, "here"));
  const extras = levels.map((n) => ({ name: `e${n}`, requirements: requirements(`a[e${n + 1}]`, `a[e${n + 1}]`) }));
  const all = [...extras, { name: "e16", requirements: requirements("flask") }];
  expect(requirementsOfExtra(all, "e0", "a").map(({ name }) => name)).toEqual(["flask"]);
});
test("a requirements file that is included by many ways counts once", () => {
  const files = levels.map((n) => [`r${n}.txt`, `-r r${n + 1}.txt\n-r r${n + 1}.txt`]);
  const folder = mapFolder({ ...Object.fromEntries(files), "r16.txt": "flask" });
  expect(readRequirementsFile(folder, "r0.txt").requirements.map(({ value }) => value.name)).toEqual(["flask"]);
});
test("a group of pdm that is included by many ways counts once", () => {
  const groups = levels.map((n) => `g${n} = [{include-group = "g${n + 1}"}, {include-group = "g${n + 1}"}]`);
  const toml = `[project]\nname = "a"\n[tool.pdm.dev-dependencies]\n${groups.join("\n")}\ng16 = ["ruff"]`;
  expect(factsOf(toml).groups[0].value.requirements.map(({ name }) => name)).toEqual(["ruff"]);
});
