import { poetryFacts, uvFacts } from "./facts-of";

const backend = (name: string) =>
  `[project]\nname = "my-orders"\n[build-system]\nrequires = []\nbuild-backend = "${name}"\n`;
const disk = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, ""]));
const uvRoots = (toml: string, ...paths: string[]) => uvFacts(toml, disk(...paths)).packageRoots.value;

test.each([
  [["my_orders/__init__.py", "tests/__init__.py"], ["my_orders"]],
  [["src/my_orders/__init__.py"], ["src/my_orders"]],
  [["my_orders.py"], ["my_orders.py"]],
  [["my_orders/api/routes.py"], ["my_orders"]],
  [
    ["app/__init__.py", "shared/__init__.py"],
    ["app", "shared"],
  ],
  [[], ["my_orders"]],
  [["README.md", "tests/test_a.py"], ["my_orders"]],
])("an installed project with %j on disk has %j", (paths, roots) => {
  expect(uvRoots(backend("flit_core.buildapi"), ...paths)).toEqual(roots);
});

test.each([
  ["regular packages", ["app/__init__.py", "shared/__init__.py", "scripts/a.py"], ["app", "shared"]],
  [
    "no tests and tools",
    ["app/__init__.py", "tests/__init__.py", "tests_smoke/__init__.py", "docs/__init__.py", "migrations/env.py"],
    ["app"],
  ],
  ["folders without __init__.py where there is nothing else", ["app/main.py", "app/api/a.py", "deploy/a.sh"], ["app"]],
  ["a namespace", ["company/orders/core/__init__.py"], ["company"]],
  ["what is in a folder of packages", ["web/main.py", "web/shop/__init__.py", "tools.py"], ["web/shop"]],
  [
    "what is beside manage.py",
    ["shop/manage.py", "shop/shop/settings.py", "shop/orders/models.py"],
    ["shop/orders", "shop/shop"],
  ],
  ["what is in src", ["src/orders/__init__.py", "src/shared/a.py", "conftest.py"], ["src/orders"]],
  ["src itself where it is a package", ["src/__init__.py", "src/main.py"], ["src"]],
  ["modules where there are no packages", ["main.py", "noxfile.py", "setup.py", ".projenrc.py"], ["main.py"]],
  [
    "no folder that can't be imported",
    ["my-tool/a.py", "node_modules/a/b.py", ".venv/lib/a.py", "main.py"],
    ["main.py"],
  ],
  ["the name where nothing is on disk", [], ["my_orders"]],
])("a project that is not installed has %s", (_, paths, roots) => {
  expect(uvRoots('[project]\nname = "my-orders"', ...paths)).toEqual(roots);
});

test.each([
  ["those of its build backend where they are there", "python/my_orders/a.py", "python/my_orders"],
  ["what is on disk where they are not", "app/__init__.py", "app"],
])("a project that is not installed and has a build system has %s", (_, path, root) => {
  const tables = "[tool.maturin]\npython-source = 'python'\n[tool.uv]\npackage = false";
  expect(uvRoots(backend("maturin") + tables, path, "Cargo.toml", "tools/a.py")).toEqual([root]);
});

test.each([
  ["web/main.py", ["web"]],
  ["web/shop/models.py", ["web"]],
  ["other/a.py", ["other", "web/shop"]],
])("a folder of packages that %s imports by its name is a package: %j", (path, roots) => {
  const files = { "web/shop/__init__.py": "", "web/main.py": "", [path]: "import os\n  from web.shop import models" };
  expect(uvFacts('[project]\nname = "my-orders"', files).packageRoots.value).toEqual(roots);
});
test.each([
  ["from shop import a", ["web/shop"]],
  ["", ["web"]],
])("a folder of packages and other folders is one of sources where %j is in it", (text, roots) => {
  const files = { "web/shop/__init__.py": "", "web/orders/models.py": "", "web/main.py": text };
  expect(uvFacts('[project]\nname = "my-orders"', files).packageRoots.value).toEqual(roots);
});
test("one with a package of its own name is not, whatever imports that", () => {
  const files = { "shop/manage.py": "", "shop/shop/__init__.py": "", "shop/orders/__init__.py": "from shop import a" };
  expect(uvFacts('[project]\nname = "my-orders"', files).packageRoots.value).toEqual(["shop/orders", "shop/shop"]);
});

test.each([
  ["", ["src/my_orders"]],
  ["[tool.uv.build-backend]\nmodule-root = ''", ["my_orders"]],
  ["[tool.uv.build-backend]\nmodule-name = 'orders'", ["src/orders"]],
  ["[tool.uv.build-backend]\nmodule-name = ['orders', 'shared']", ["src/orders", "src/shared"]],
  ["[tool.uv.build-backend]\nmodule-name = 'company.orders'", ["src/company"]],
])("uv_build with %j builds %j", (table, roots) => expect(uvRoots(backend("uv_build") + table)).toEqual(roots));

test.each([
  ["targets.wheel]\npackages = ['src/company']", ["src/company"]],
  ["targets.wheel]\nonly-include = ['./app/']", ["app"]],
  ["targets.sdist]\npackages = ['other']", ["my_orders"]],
  ["hooks.x]\na = 1\n[tool.hatch.build]\npackages = ['app']", ["app"]],
])("hatchling with [tool.hatch.build.%s builds %j", (table, roots) => {
  expect(uvRoots(`${backend("hatchling.build")}[tool.hatch.build.${table}`, "my_orders/__init__.py")).toEqual(roots);
});

test.each([
  ["packages = ['app', 'app.api', 'shared']", ["app", "shared"]],
  ["packages = ['app']\npackage-dir = { '' = 'lib' }", ["lib/app"]],
  ["py-modules = ['main']", ["main.py"]],
  ["packages = []", []],
  ["py-modules = []", []],
  ["packages.find = { include = ['app*'] }", ["app", "app_more"]],
  ["packages.find = { include = ['app.api*'] }", ["app"]],
  ["packages.find = { exclude = ['app*'] }", ["my_orders", "scripts"]],
  ["packages.find = { where = ['lib'] }", ["lib/inner"]],
  ["packages.find = {}", ["app", "app_more", "my_orders", "scripts"]],
  ["packages.find = { include = ['tests'] }", ["tests"]],
])("setuptools with %s builds %j", (line, roots) => {
  const toml = `${backend("setuptools.build_meta")}[tool.setuptools]\n${line}`;
  const packages = ["app", "app_more", "my_orders", "scripts", "tests", "lib/inner"];
  expect(uvRoots(toml, ...packages.map((name) => `${name}/__init__.py`))).toEqual(roots);
});

describe("poetry-core", () => {
  const roots = (packages: string, ...paths: string[]) => {
    const toml = `[tool.poetry]\nname = "my-orders"\npackages = ${packages}\n[build-system]\nbuild-backend = "poetry.core.masonry.api"`;
    return poetryFacts(toml, disk(...paths)).packageRoots.value;
  };

  test.each([
    ["[{ include = 'orders' }]", [], ["orders"]],
    ["[{ include = 'orders', from = 'src' }]", [], ["src/orders"]],
    ["[{ include = 'orders/**/*.py' }]", [], ["orders"]],
    ["[{ include = '*', from = 'src' }]", ["src/a/__init__.py", "src/b/__init__.py"], ["src/a", "src/b"]],
    ["[{ include = '*', from = 'src' }]", ["src/a/__init__.py", "src/b.py"], ["src/a", "src/b.py"]],
    ["[{ include = 'orders' }, { include = 'tests', format = 'sdist' }]", [], ["orders"]],
    ["[{ include = 'orders', format = ['sdist', 'wheel'] }]", [], ["orders"]],
    ["[{ include = 'orders' }, { include = 'NOTICE' }]", ["NOTICE", "orders/__init__.py"], ["orders"]],
    ["[{ include = 'orders' }]", ["orders/__init__.py", "orders/a.py"], ["orders"]],
    ["[{ include = 'orders.py' }, { include = 'py.typed' }]", ["orders.py", "py.typed"], ["orders.py"]],
    ["[]", ["my_orders/__init__.py", "tools/__init__.py"], ["my_orders"]],
    ["[]", ["app/__init__.py"], ["app"]],
  ])("with packages = %s and %j builds %j", (packages, paths, expected) => {
    expect(roots(packages, ...paths)).toEqual(expected);
  });
  test.each(["", "[build-system]\nrequires = ['poetry-core']"])(
    "builds where poetry is told no backend: %j",
    (system) => {
      const toml = `[tool.poetry]\nname = "my-orders"\npackages = [{ include = "orders" }]\n${system}`;
      const { packageRoots, buildBackend } = poetryFacts(toml, disk("orders/__init__.py", "tools/__init__.py"));
      expect([packageRoots.value, buildBackend?.value]).toEqual([["orders"], "setuptools.build_meta:__legacy__"]);
    },
  );
});

test.each([
  [backend("hatchling.build"), [], "the name of the project, as nothing is on disk yet"],
  [backend("hatchling.build"), ["my_orders/__init__.py"], "the name of the project, found at my_orders"],
  [
    `${backend("hatchling.build")}[tool.hatch.build.targets.wheel]\npackages = ['a']`,
    [],
    "pyproject.toml [tool.hatch.build.targets.wheel].packages",
  ],
  ["[project]\nname = 'x'", ["app/__init__.py"], "what is on disk"],
])("the roots of %j with %j tell where they come from", (toml, paths, source) => {
  expect(uvFacts(toml, disk(...paths)).packageRoots.source).toBe(source);
});
