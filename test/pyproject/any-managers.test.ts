import fc from "fast-check";
import { TomlTable } from "../../src/pyproject/files/toml-table";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { readFacts } from "../../src/pyproject/read-facts";
import { Mistake } from "../../src/values/mistake";
import { mapFolder } from "./facts-of";

/** Mostly of the right kind, and now and then anything else. */
const loosely = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 60, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(1, true, "x", [], {}, [1], [{}], new Date(0)) },
  );
const some = (keys: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, loosely(value)])), {
    requiredKeys: [],
  });
const named = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom("a", "b", "orders", "dev", "default", "__proto__"), loosely(value), { maxKeys: 3 });
const list = (...values: unknown[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });
const text = (...values: string[]) => fc.constantFrom("a", "", ...values);
const requirement = ["a>=1", "b; os_name == 'nt'", "orders[a]", "a @ git+https://x", "-e ./a", "a b", "{root:uri}/x"];
const requirements = list(...requirement);
const flag = fc.boolean();

const source = some({ git: text("https://x"), rev: text("v1"), tag: text("v2"), path: text("../x"), url: text() });
const uv = some({
  sources: named(fc.oneof(source, some({ workspace: fc.constantFrom(true, false, "../x"), index: text("own") }))),
  index: fc.array(some({ name: text("own"), url: text("https://x"), default: flag }), { maxLength: 2 }),
  workspace: some({ members: list("packages/*", "**", ".", "../x", "[", ""), exclude: list("packages/a", "*") }),
  ...{ package: flag, "index-url": text("https://x"), "find-links": list("x"), "dev-dependencies": requirements },
});
const dependency = fc.oneof(
  text("^1", "*"),
  some({ version: text("1"), git: text("x"), branch: text(), python: text("^3") }),
);
const poetry = some({
  ...{ dependencies: named(dependency), extras: named(list("a", "b[c]")), platform: text("linux") },
  source: fc.array(some({ name: text("PyPI"), url: text("https://x"), priority: text("primary") }), { maxLength: 2 }),
  group: named(some({ dependencies: named(dependency), "include-groups": list("a", "dev") })),
});
const pdm = some({
  "dev-dependencies": named(list(...requirement, { "include-group": "a" }, 1)),
  source: fc.array(some({ name: text("pypi"), url: text("https://x") }), { maxLength: 2 }),
  ...{ distribution: flag, "package-type": text("library"), workspace: some({ members: list("packages/*", "x") }) },
});
const environment = some({
  ...{ dependencies: requirements, features: list("a", "z"), "dependency-groups": list("dev"), detached: flag },
  ...{ template: text("b", "default"), "skip-install": flag, "env-vars": named(text()), locked: flag },
});
const file = some({
  project: some({ name: text("orders"), dependencies: requirements, "optional-dependencies": named(requirements) }),
  "dependency-groups": named(list(...requirement, { "include-group": "a" })),
  tool: some({ uv, poetry, pdm, hatch: some({ envs: named(environment) }) }),
});
const folder = fc
  .record(
    {
      Pipfile: text("[packages]\na = '1'\nb = { path = '.' }", "[[source]]\nurl = 'x'", "[dev-packages]\na = 1", "["),
      "uv.toml": text("index-url = 'x'", "[[index]]\nurl = 1"),
      "hatch.toml": text("[envs.a]\ntemplate = 'b'", "envs = 1"),
      "pdm.toml": text("[pypi]\nurl = 'x'", "pypi = 1"),
      "pdm.lock": text("[metadata]\ngroups = ['a']", "metadata = 1"),
      "packages/a/pyproject.toml": text("[project]\nname = 'a'", "[tool.uv]\nmanaged = false", "project = 1"),
      "packages/b/main.py": fc.constant(""),
      "../../pyproject.toml": text(
        "[tool.uv.workspace]\nmembers = ['services/*']",
        "[tool.pdm.workspace]\nmembers = 1",
      ),
    },
    { requiredKeys: [] },
  )
  .map((files) => mapFolder(files as Record<string, string>));

test.each(Object.values(PackageManager).filter((manager) => manager !== PackageManager.PIP))(
  "any tables of %s give facts or a mistake, and both happen",
  (packageManager) => {
    const seen = new Set<string>();
    const outcome = (tables: unknown, disk: ReturnType<typeof mapFolder>) => {
      try {
        readFacts(
          { file: new TomlTable(tables as Record<string, unknown>, "pyproject.toml"), folder: disk },
          { packageManager },
        );
        return "facts";
      } catch (error) {
        return error instanceof Mistake ? "mistake" : String((error as Error).stack);
      }
    };
    const property = fc.property(file, folder, (tables, disk) => {
      const result = outcome(tables, disk);
      seen.add(result);
      expect(["facts", "mistake"]).toContain(result);
    });
    fc.assert(property, { numRuns: 400 });
    expect([...seen].sort()).toEqual(["facts", "mistake"]);
  },
);
