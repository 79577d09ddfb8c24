import { rustNeed } from "../../src/pyproject/build-tools";
import type { ProjectFacts } from "../../src/pyproject/facts";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { systemPackages, systemPackagesByExtra } from "../../src/pyproject/system-packages";
import { factsOf, poetryFacts, uvFacts } from "./facts-of";

const built = (backend: string, requires = "") =>
  `[build-system]\nrequires = [${requires}]\nbuild-backend = "${backend}"\n`;
const named = (name: string, lines = "") => `[project]\nname = "${name}"\nversion = "1"\n${lines}\n`;
const needs = (facts: ProjectFacts) => {
  const { build, run } = systemPackages(facts, "bookworm");
  return [...build, ...run].map(({ value }) => value);
};

describe("a member of the workspace", () => {
  const shop = (dependencies: string, more = "") =>
    `${named("shop", dependencies)}${more}[tool.uv.workspace]\nmembers = ["libs/*"]\n[tool.uv.sources]\nlib-a = { workspace = true }\nlib-b = { workspace = true }\n`;
  const facts = (dependencies: string, a: string, b = named("lib-b"), more = "") =>
    uvFacts(shop(dependencies, more), { "libs/a/pyproject.toml": a, "libs/b/pyproject.toml": b });
  const sources = "[tool.uv.sources]\nlib-b = { workspace = true }\n";

  test("that is a dependency is built", () => {
    expect(needs(facts("dependencies = ['lib-a']", built("maturin") + named("lib-a")))).toEqual(["build-essential"]);
  });
  test("may need Rust, by its own key", () => {
    expect(rustNeed(facts("dependencies = ['lib-a']", built("maturin") + named("lib-a")))).toEqual({
      value: "maturin",
      source: "libs/a/pyproject.toml [build-system].build-backend",
    });
  });
  test("brings what it requires", () => {
    expect(needs(facts("dependencies = ['lib-a']", named("lib-a", "dependencies = ['pydub']")))).toEqual(["ffmpeg"]);
  });
  test("brings the members that it requires", () => {
    const a = `${named("lib-a", "dependencies = ['lib-b']")}${sources}`;
    const b = built("x", "'cython'") + named("lib-b", "dependencies = ['pydub']");
    expect(needs(facts("dependencies = ['lib-a']", a, b))).toEqual(["build-essential", "ffmpeg"]);
  });
  test("may be required in a circle", () => {
    const a = `${named("lib-a", "dependencies = ['lib-b']")}${sources}`;
    const b = `${named("lib-b", "dependencies = ['lib-a', 'pydub']")}[tool.uv.sources]\nlib-a = { workspace = true }\n`;
    expect(needs(facts("dependencies = ['lib-a']", a, b))).toEqual(["ffmpeg"]);
  });
  test.each([
    ["lib-a", []],
    ["lib-a[Sound]", ["ffmpeg"]],
  ])("has its extras where they are asked for: %s", (dependency, expected) => {
    const a = named("lib-a", "[project.optional-dependencies]\nsound = ['pydub']");
    expect(needs(facts(`dependencies = ['${dependency}']`, a))).toEqual(expected);
  });
  test.each(["", "dependencies = [\"lib-a; sys_platform == 'win32'\"]"])(
    "needs nothing where it is not installed: %s",
    (dependencies) => {
      expect(needs(facts(dependencies, built("maturin") + named("lib-a")))).toEqual([]);
    },
  );
  test("counts for the group that asks for it", () => {
    const group = "[dependency-groups]\nnative = ['lib-a']\n";
    const found = systemPackagesByExtra(facts("", built("maturin") + named("lib-a"), undefined, group), "bookworm");
    expect([...found.keys()]).toEqual(["group:native"]);
  });
});

describe("a path dependency", () => {
  const native = built("setuptools.build_meta", "'setuptools', 'cython'") + named("a", "dependencies = ['pydub']");
  const both = ["build-essential", "ffmpeg"];

  test("of uv is built", () => {
    const toml = `${named("shop", "dependencies = ['a']")}[tool.uv.sources]\na = { path = '../libs/a' }`;
    expect(needs(uvFacts(toml, { "../libs/a/pyproject.toml": native }))).toEqual(both);
  });
  test("of poetry is built", () => {
    const toml = "[tool.poetry.dependencies]\na = { path = 'libs/a' }";
    expect(needs(poetryFacts(toml, { "libs/a/pyproject.toml": native }))).toEqual(both);
  });
  test("of a requirements file is built", () => {
    const files = { "requirements.txt": "-e ./libs/a\n", "libs/a/pyproject.toml": native };
    expect(needs(factsOf("", files, { packageManager: PackageManager.PIP }))).toEqual(both);
  });
  test("of a path dependency is found from there", () => {
    const files = {
      "libs/a/pyproject.toml": "[tool.poetry]\nname = 'a'\n[tool.poetry.dependencies]\nb = { path = '../b' }",
      "libs/b/pyproject.toml": native,
    };
    expect(needs(poetryFacts("[tool.poetry.dependencies]\na = { path = 'libs/a' }", files))).toEqual(both);
  });
  test("may have setup.py alone", () => {
    const files = { "libs/a/setup.py": "from setuptools import setup\nsetup(name='a', install_requires=['pydub'])" };
    expect(needs(poetryFacts("[tool.poetry.dependencies]\na = { path = 'libs/a' }", files))).toEqual(["ffmpeg"]);
  });
  test.each(["a.whl", "missing", "../../../outside", "/opt/a", "."])("that is %s is not read", (path) => {
    const toml = `[tool.poetry.dependencies]\na = { path = '${path}' }`;
    const files = { "a.whl": "", "../../../outside/pyproject.toml": native };
    expect(poetryFacts(toml, files).localProjects.size).toBe(0);
  });
});
