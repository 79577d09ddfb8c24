import fc from "fast-check";
import { parseToml } from "../../src/pyproject/files/parse-toml";
import { TomlTable } from "../../src/pyproject/files/toml-table";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { readFacts } from "../../src/pyproject/read-facts";
import { Mistake } from "../../src/values/mistake";
import { mapFolder } from "./facts-of";

/** One of these, and now and then another text. */
const mostly = (...texts: string[]) =>
  fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) });
const text = mostly("orders", "My.Orders", "1.0", "", "dev", "a b", "src/*", "README.md", "MIT", "https://example.com");
const python = mostly(">=3.9", ">=3.12,<3.14", "==3.12.*", "==3.12", "~=3.10");
const constraint = mostly("^3.9", "~3.12", "3.11", "*", ">=3.9 <4", "^3.9 || ^3.12");
const requirement = mostly("requests>=2", "a[b]; x", "a @ https://example.com", "ruff", "c (>=1,<2)");
const backend = mostly("uv_build", "hatchling.build", "setuptools.build_meta", "poetry.core.masonry.api", "maturin");
const path = mostly("src", "orders", "src/orders", "tests", ".", "*", "orders/**/*.py", "NOTICE");
const groupName = mostly("dev", "test", "storage");
const scalar = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.oneof(fc.boolean(), fc.integer(), fc.double(), fc.bigInt()) },
  { weight: 1, arbitrary: fc.constant(new Date(0)) },
);
const include = fc.record({ "include-group": groupName });
const list = fc.array(fc.oneof({ weight: 9, arbitrary: requirement }, { weight: 1, arbitrary: include }), {
  maxLength: 3,
});
const name = mostly("orders", "python", "requests", "Home page", "a.b", "__proto__", "constructor");
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
    fc.array(fc.dictionary(name, tie("value"), { maxKeys: 2 }), { maxLength: 2 }),
  ),
})).value;

/** Tables whose keys are known, with values that mostly fit. */
const some = (keys: Record<string, fc.Arbitrary<unknown>>) => {
  const loose = Object.entries(keys).map(([key, value]) => [
    key,
    fc.oneof({ weight: 200, arbitrary: value }, { weight: 1, arbitrary: anything }),
  ]);
  return fc.record(Object.fromEntries(loose), { requiredKeys: [] });
};
const lists = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 3 });
const links = fc.dictionary(name, text, { maxKeys: 2 });
const dependency = fc.oneof(
  constraint,
  some({ version: constraint, git: text, path, extras: lists(text), optional: fc.boolean() }),
);
const dependencies = fc.dictionary(name, dependency, { maxKeys: 3 });
const group = some({ optional: fc.boolean(), dependencies, "include-groups": fc.array(groupName, { maxLength: 1 }) });
const project = some({
  ...{ name: text, version: text, description: text, dynamic: lists(mostly("version", "dependencies")), license: text },
  ...{ "license-files": lists(path), readme: path, urls: links, "requires-python": python },
  ...{ dependencies: lists(requirement), scripts: links, "gui-scripts": links },
  "optional-dependencies": fc.dictionary(name, lists(requirement), { maxKeys: 2 }),
});
const poetry = some({
  ...{ name: text, version: text, readme: fc.oneof(path, lists(path)), scripts: links, homepage: text, urls: links },
  ...{ dependencies, "dev-dependencies": dependencies, group: fc.dictionary(groupName, group, { maxKeys: 3 }) },
  ...{ "package-mode": fc.boolean(), license: text },
  packages: fc.array(some({ include: path, from: path, format: fc.oneof(text, lists(text)) }), { maxLength: 2 }),
});
const uv = some({
  ...{ package: fc.boolean(), "default-groups": fc.constantFrom("all", [], ["dev"]) },
  ...{ "dev-dependencies": lists(requirement), workspace: some({ members: lists(path), exclude: lists(path) }) },
  "build-backend": some({ "module-name": fc.oneof(text, lists(text)), "module-root": path }),
});
const setuptools = some({
  packages: fc.oneof(
    lists(text),
    some({ find: some({ where: lists(path), include: lists(path), exclude: lists(path) }) }),
  ),
  ...{ "py-modules": lists(text), "package-dir": links },
});
const file = some({
  project,
  "build-system": some({ requires: lists(requirement), "build-backend": backend }),
  "dependency-groups": fc.dictionary(groupName, list, { maxKeys: 3 }),
  tool: some({ poetry, uv, setuptools, hatch: anything }),
});
const paths = [
  "uv.lock",
  "orders/__init__.py",
  "src/orders/a.py",
  "main.py",
  ".python-version",
  "tests/a.py",
  "README.md",
];
const folder = fc
  .dictionary(fc.constantFrom(...paths), mostly("", "3.12", "3.13.2\n"), { maxKeys: 4 })
  .map((files) => mapFolder(files));
const packageManager = fc.constantFrom(PackageManager.UV, PackageManager.POETRY, undefined);

/** What comes of it: facts, or the class of the error. */
function outcome(read: () => unknown): string {
  try {
    read();
    return "facts";
  } catch (error) {
    return error instanceof Mistake ? "mistake" : String(error);
  }
}

test("any tables give facts or a mistake, and both happen", () => {
  const seen = new Set<string>();
  const property = fc.property(file, folder, packageManager, (tables, disk, manager) => {
    const source = { file: new TomlTable(tables as Record<string, unknown>, "pyproject.toml"), folder: disk };
    const result = outcome(() => readFacts(source, { packageManager: manager }));
    seen.add(result);
    expect(["facts", "mistake"]).toContain(result);
  });
  fc.assert(property, { numRuns: 1000 });
  expect([...seen].sort()).toEqual(["facts", "mistake"]);
});

test("any text gives a table or a mistake", () => {
  const line = fc.oneof(fc.string(), fc.constantFrom("[a]", "[[a]]", "a = 1", "a = '", "[a", "a.b = {}", '"""', "= 1"));
  const property = fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
    expect(["facts", "mistake"]).toContain(outcome(() => parseToml(lines.join("\n"), "pyproject.toml")));
  });
  fc.assert(property);
});
