import { frameworksOf } from "../../src/pyproject/frameworks";
import { poetryFacts, uvFacts } from "./facts-of";

const names = (lines: string) => frameworksOf(uvFacts(`[project]\n${lines}`)).map(({ value }) => value.name);
const main = (...dependencies: string[]) => names(`dependencies = ${JSON.stringify(dependencies)}`);

test.each([
  ["FastAPI[standard]>=0.115", "fastapi"],
  ["Django", "django"],
  ["flask", "flask"],
  ["streamlit", "streamlit"],
  ["celery[redis]", "celery"],
  ["quart", "quart"],
])("%s shows %s", (dependency, name) => expect(main(dependency)).toEqual([name]));

test.each([
  "pytest-flask",
  "django-stubs",
  "flask-cors",
  "celery-types",
  "types-flask",
  "opentelemetry-instrumentation-fastapi",
])("%s shows none", (dependency) => expect(main(dependency)).toEqual([]));
test("Flask in an extra is no main dependency", () => {
  expect(names("[project.optional-dependencies]\nweb = ['Flask']")).toEqual([]);
});
test("a group that the program needs counts", () => {
  expect(names("[tool.uv]\ndefault-groups = ['web']\n[dependency-groups]\nweb = ['Flask']")).toEqual(["flask"]);
});
test("a development group does not count", () => {
  expect(names("[dependency-groups]\ndev = ['Flask']")).toEqual([]);
});
test("an optional dependency of poetry does not count", () => {
  expect(frameworksOf(poetryFacts("[tool.poetry.dependencies]\nflask = { version = '*', optional = true }"))).toEqual(
    [],
  );
});
test("a marker for another system excludes it", () => {
  expect(main("flask; sys_platform == 'win32'")).toEqual([]);
});
test("there can be several", () => {
  expect(main("celery", "django", "fastapi")).toEqual(["fastapi", "django", "celery"]);
});
test("the source is the key of the dependency", () => {
  expect(frameworksOf(uvFacts("[project]\ndependencies = ['flask']"))[0].source).toBe(
    "pyproject.toml [project].dependencies",
  );
});
test("other rows can be asked for", () => {
  const row = {
    name: "falcon",
    distributions: ["falcon"],
    kind: "web server" as const,
    servers: [],
    source: "https://example.com",
  };
  const found = frameworksOf(uvFacts("[project]\ndependencies = ['falcon', 'flask']"), [row]);
  expect(found.map(({ value }) => value)).toEqual([row]);
});
