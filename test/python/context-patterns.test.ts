import { BuildContext } from "../../src";
import { containerBeside, generated } from "../container-project";

const toml = (more: string) =>
  `[project]\nname = "orders"\nversion = "1"\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n${more}`;

/** What the generated .dockerignore says of a path. */
function includes(path: string, more: string, files: Record<string, string>): boolean {
  const container = containerBeside({
    "uv.lock": "",
    "pyproject.toml": toml(more),
    "orders/__init__.py": "",
    ...files,
  });
  return new BuildContext(generated(container.project).files[".dockerignore"].split("\n")).includes(path);
}

const hook = '[tool.hatch.build.hooks.custom]\npath = "build/hook.py"\n';
const packages = '[tool.hatch.build.targets.wheel]\npackages = ["orders", "test"]\n';

test("a build hook in a folder that builds leave is taken in", () =>
  expect(includes("build/hook.py", hook, { "build/hook.py": "" })).toBe(true));
test("the rest of that folder is not", () =>
  expect(includes("build/lib", hook, { "build/hook.py": "", "build/lib": "" })).toBe(false));
test("a package that is named as a folder of tests is taken in", () =>
  expect(includes("test/__init__.py", packages, { "test/__init__.py": "" })).toBe(true));
test("a folder of tests is left out", () => expect(includes("tests/test_a.py", packages, {})).toBe(false));
