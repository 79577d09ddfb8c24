import { factsJson } from "../../src/cli/facts-json";
import { defaultIndex } from "../../src/knowledge/default-index";
import { fact } from "../../src/pyproject/fact";
import type { PackageIndex, ProjectFacts } from "../../src/pyproject/facts";
import { uvFacts } from "../pyproject/facts-of";

const printed = (toml: string, changed: Partial<ProjectFacts> = {}) =>
  factsJson({ ...uvFacts(`[project]\n${toml}`), ...changed }, "bookworm");

/** The keys that the facts of a case are compared by. */
const compared = [
  ...["packageManager", "requiresPython", "pythonMinorsAllowed", "pythonVersionFile", "buildBackend"],
  ...["installsProject", "dynamicVersion", "readme", "licenseFiles", "consoleScripts", "extras", "devGroups"],
  ...["devExtras", "runtimeDependencies", "frameworks", "systemPackages", "systemPackagesByExtra"],
  ...["gitDependencies", "gitDependencyScope", "pathDependencies", "workspaceMembers", "privateIndexes"],
  ...["packageRoots", "otherBuildFiles"],
];

test("the keys are always the same, in one order", () => {
  const keys = Object.keys(printed(""));
  expect(keys).toEqual(Object.keys(printed('name = "orders"\nversion = "1"\ndependencies = ["flask"]')));
  expect(keys.slice(-2)).toEqual(["notes", "sources"]);
});
test.each(compared)("%s is always there", (key) => expect(printed("")).toHaveProperty(key));
test("nothing of it is lost in JSON", () => {
  const facts = printed('name = "orders"\nrequires-python = ">=3.12"');
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});

test("what the project does not say is null", () => {
  const { name, version, requiresPython, buildBackend, dynamicVersion, gitDependencyScope } = printed("");
  expect([name, version, requiresPython, buildBackend, dynamicVersion, gitDependencyScope]).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});
test("a value has the file and key that it came from, and what nothing says has none", () => {
  const { sources } = printed('version = "1.0"');
  expect([sources.version, Object.hasOwn(sources, "description")]).toEqual(["pyproject.toml [project].version", false]);
});

test("minors are those of the specifier, whatever was chosen", () => {
  const facts = printed('requires-python = ">=3.12,<3.14"', { pythonVersionFile: fact("3.12", ".python-version") });
  expect([facts.pythonMinorsAllowed, facts.pythonVersionFile]).toEqual([["3.12", "3.13"], "3.12"]);
});
test("a minor counts where only a patch release of it fits", () => {
  const { pythonMinorsAllowed, python } = printed('requires-python = "==3.12"');
  expect([pythonMinorsAllowed, python]).toEqual([["3.12"], "3.12.0"]);
});

test("main dependencies are listed once, by normalised names", () => {
  expect(printed("dependencies = [\"My_Lib; os_name == 'nt'\", 'my.lib', 'flask']").runtimeDependencies).toEqual([
    "my-lib",
    "flask",
  ]);
});
test("extras are named as they are written, those for development again", () => {
  const { extras, devExtras } = printed("[project.optional-dependencies]\nFast_Math = ['numpy']\nTests = ['pytest']");
  expect([extras, devExtras]).toEqual([["Fast_Math", "Tests"], ["Tests"]]);
});
test("groups are named as they are written", () => {
  const groups = "[dependency-groups]\nDev = ['ruff']\nstorage = ['boto3']\n[tool.uv]\ndefault-groups = ['storage']";
  const { devGroups, productionGroups } = printed(groups);
  expect([devGroups, productionGroups]).toEqual([["Dev"], ["storage"]]);
});

test("frameworks are those of the main dependencies", () => {
  const facts = printed('dependencies = ["Flask"]\n[dependency-groups]\ndev = ["celery"]');
  expect([facts.frameworks, facts.sources.frameworks]).toEqual([["flask"], "pyproject.toml [project].dependencies"]);
});
describe("system packages", () => {
  const toml = 'dependencies = ["psycopg[c]"]\n[project.optional-dependencies]\ndirectory = ["python-ldap"]\n';
  const groups = '[dependency-groups]\nsql = ["mysqlclient"]\n';

  test("are those of the main dependencies, to build and to run", () => {
    expect(printed(toml).systemPackages).toEqual({
      build: expect.arrayContaining(["libpq-dev"]),
      runtime: expect.arrayContaining(["libpq5"]),
    });
  });
  test("tell the dependency that they are for", () => {
    expect(printed(toml).sources.systemPackages).toBe("pyproject.toml [project].dependencies (psycopg)");
  });
  test("are told for each extra and group", () => {
    const { systemPackagesByExtra } = printed(toml + groups);
    expect(Object.keys(systemPackagesByExtra)).toEqual(["directory", "group:sql"]);
    expect(systemPackagesByExtra.directory.runtime).toContain("libldap-2.5-0");
  });
});

test("what a suite has not is told in a note", () => {
  const facts = factsJson(uvFacts('[project]\ndependencies = ["pdfkit"]'), "trixie");
  expect(facts.notes).toEqual([
    "pyproject.toml [project].dependencies (pdfkit) needs wkhtmltopdf, which Debian trixie has not",
  ]);
});

test.each([
  [[], [], [false, null]],
  [["a @ git+https://example.com/a.git"], [], [true, "production"]],
  [[], ["a @ git+https://example.com/a.git"], [true, "dev-only"]],
  [["a @ git+https://example.com/a.git"], ["b @ git+https://example.com/b.git"], [true, "production"]],
])("with the main dependencies %j and the development ones %j git dependencies are %j", (main, dev, expected) => {
  const { gitDependencies, gitDependencyScope } = printed(
    `dependencies = ${JSON.stringify(main)}\n[dependency-groups]\ndev = ${JSON.stringify(dev)}`,
  );
  expect([gitDependencies, gitDependencyScope]).toEqual(expected);
});

describe("indexes", () => {
  const indexes = (...found: PackageIndex[]) =>
    printed("", { indexes: found.map((index) => fact(index, "pip.conf")) }).privateIndexes;

  test("have their name, or their address", () => {
    expect(
      indexes(
        { name: "inner", url: "https://a.example.com/", isDefault: false },
        { url: "https://b.example.com/", isDefault: false },
      ),
    ).toEqual(["inner", "https://b.example.com/"]);
  });
  test("are shown without user and password", () => {
    expect(indexes({ url: "https://me:secret@b.example.com/simple", isDefault: false })).toEqual([
      "https://***:***@b.example.com/simple",
    ]);
  });
  test("the default one in its place is left out, and elsewhere it is not", () => {
    const own = { name: "own", url: defaultIndex };
    expect([indexes({ ...own, isDefault: true }), indexes({ ...own, isDefault: false })]).toEqual([[], ["own"]]);
  });
  test("another one in place of the default is listed", () => {
    expect(indexes({ name: "mirror", url: "https://a.example.com/", isDefault: true })).toEqual(["mirror"]);
  });
});
