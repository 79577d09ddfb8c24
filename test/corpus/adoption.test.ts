import { folderWith } from "../project-folder";
import { adopt } from "./adoption";

const files = {
  "pyproject.toml":
    '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.12"\n[tool.uv]\npackage = true\n',
  "orders/__init__.py": "",
  ".gitignore": "*.pyc\n",
};
const adopted = (more: Record<string, string>, isWhole = true) =>
  adopt({ root: folderWith({ ...files, ...more }), folder: "", isWhole });

beforeAll(() => {
  process.env.PROJEN_DISABLE_POST = "true";
});

test("a repository without container files fits", () =>
  expect(adopted({})).toMatchObject({ hadFiles: false, refused: undefined, wrong: [] }));
test("one that has some fits with backups", () => {
  const { hadFiles, wrong, written } = adopted({ Dockerfile: "FROM scratch\n" });
  expect([hadFiles, wrong, written.filter((path) => path.endsWith(".bak"))]).toEqual([true, [], ["Dockerfile.bak"]]);
});
test("what is told is kept for the report", () =>
  expect(adopted({}).told).toContainEqual(expect.stringContaining("The app image has no command")));
test("a refusal has its sentence, and nothing is written", () =>
  expect(adopted({ "pyproject.toml": "[project" })).toMatchObject({
    refused: expect.stringMatching(/^pyproject\.toml:1:\d+: is not valid TOML/),
    written: [],
    wrong: [],
  }));
test("a project in a folder below is adopted there", () => {
  const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`services/orders/${path}`, text]));
  const root = folderWith(below);
  expect(adopt({ root, folder: "services/orders", isWhole: true }).written).toContain("services/orders/Dockerfile");
});
