import { buildFilesOf, builtBy, rootsOf, versionOf } from "./built-project";

const backend = "uv_build";
const table = (lines: string) => `[tool.uv.build-backend]\n${lines}`;

test.each([
  ["", "types-orders", ["src/types_orders"]],
  ["", "orders-stubs", ["src/orders-stubs"]],
  ['module-name = ["company.a", "company.b"]', "orders", ["src/company"]],
  ['module-name = "a"\nmodule-root = "lib/python/"', "orders", ["lib/python/a"]],
])("%j of %s builds %j", (lines, name, roots) =>
  expect(rootsOf(backend, { name, tables: table(lines) })).toEqual(roots),
);

test.each([
  ["", "uv_build: src and the name of the project"],
  [table("namespace = true"), "pyproject.toml [tool.uv.build-backend].module-name"],
])("%j tells its source", (tables, source) => expect(builtBy(backend, { tables }).packageRoots.source).toBe(source));
test("an empty list of modules leaves the name", () => {
  const files = ["my_orders/__init__.py"];
  expect(rootsOf(backend, { tables: table("module-name = []"), files })).toEqual(["my_orders"]);
});
test("the folders of data are read", () => {
  const tables = table('data = { scripts = "bin", headers = "include/headers" }');
  expect(buildFilesOf(backend, { tables, files: ["bin/run", "include/headers/a.h"] })).toEqual([
    "bin",
    "include/headers",
  ]);
});
test("it takes no dynamic version", () => expect(versionOf(backend, {})).toBeUndefined());
