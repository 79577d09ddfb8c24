import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../project-folder";
import { ran } from "./ran";

const uvProject =
  '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.12"\n[tool.uv]\npackage = true\n';
function json(args: readonly string[], folder: string): Record<string, unknown> {
  const { out, err } = ran(["facts", "--json", ...args], folder);
  if (err !== "") throw new Error(err);
  return JSON.parse(out);
}

test("the current folder is read by default", () => {
  expect(json([], folderWith({ "pyproject.toml": uvProject })).name).toBe("orders");
});
test("a folder is found from the current one", () => {
  expect(json(["services/orders"], folderWith({ "services/orders/pyproject.toml": uvProject })).name).toBe("orders");
});
test("without --json it is a table", () => {
  expect(ran(["facts"], folderWith({ "pyproject.toml": uvProject })).out).toMatch(/^name +orders +pyproject\.toml /m);
});
test("the Python version can be chosen", () => {
  expect(json(["--python", "3.14"], folderWith({ "pyproject.toml": uvProject })).python).toBe("3.14");
});
test("the package manager can be chosen", () => {
  const folder = folderWith({ "pyproject.toml": uvProject, "poetry.lock": "", "uv.lock": "" });
  expect(ran(["facts"], folder).err).toContain("several package managers");
  expect(json(["--package-manager", "uv"], folder).packageManager).toBe("uv");
});
test.each([
  [["--suite", "bookworm"], "libldap-2.5-0"],
  [["--suite", "trixie"], "libldap2"],
  [[], "libldap2"],
])("with %j system packages are named for that suite", (args, name) => {
  const folder = folderWith({ "pyproject.toml": '[project]\nname = "orders"\ndependencies = ["python-ldap"]' });
  expect(json(args, folder).systemPackages).toEqual({
    build: expect.arrayContaining(["libldap2-dev"]),
    runtime: expect.arrayContaining([name]),
  });
});

test.each([
  ["requirements.txt", "flask==3.1.0\n"],
  ["setup.cfg", "[options]\ninstall_requires = flask\n"],
  ["setup.py", 'from setuptools import setup\nsetup(name="orders", install_requires=["flask"])\n'],
  ["Pipfile", '[packages]\nflask = "*"\n'],
])("without pyproject.toml %s tells the facts, and a note says so", (file, text) => {
  const { runtimeDependencies, notes } = json([], folderWith({ [file]: text, "orders/__init__.py": "" }));
  expect([runtimeDependencies, notes]).toEqual([
    ["flask"],
    expect.arrayContaining([expect.stringMatching(`^there is no pyproject.toml: the project is read .*, by ${file}$`)]),
  ]);
});

describe("what can't be read", () => {
  const err = (args: readonly string[], files: Record<string, string>) => {
    const { out, err, exitCode } = ran(["facts", ...args], folderWith(files));
    expect([out, exitCode]).toEqual(["", 1]);
    return err;
  };

  test("a folder without a Python project", () => {
    expect(err([], { "README.md": "" })).toBe(
      "pyproject.toml: there is no such file in the current folder; a project has one, or else requirements.txt, setup.py, setup.cfg or Pipfile; make one with uv init or poetry init, or give the folder in which it lies\n",
    );
  });
  test("another folder without a Python project", () => {
    expect(err(["docs"], { "docs/README.md": "" })).toContain('pyproject.toml: there is no such file in "docs"; ');
  });

  test("names the folders below that have a project", () => {
    expect(err([], { "services/api/pyproject.toml": '[project]\nname = "api"\nversion = "1"\n' })).toContain(
      "give one of the folders below that have a project: services/api",
    );
  });
  test("settings of tools alone are no project", () => {
    expect(err([], { "setup.cfg": "[flake8]\nmax-line-length = 100\n", "poetry.lock": "" })).toContain("no such file");
  });
  test("a folder that does not exist", () => {
    expect(err(["a/b"], {})).toBe(
      "a/b: there is no such folder (ENOENT); give the folder in which pyproject.toml lies\n",
    );
  });
  test("a file in place of the folder", () => {
    const text = err(["pyproject.toml"], { "pyproject.toml": uvProject });
    expect(text).toMatch(/^pyproject\.toml: .*; give/);
  });
  test("broken TOML, with its line and column", () => {
    expect(err(["orders"], { "orders/pyproject.toml": "[project]\nname = \n" })).toMatch(
      /^pyproject\.toml:2:\d+: is not/,
    );
  });
  test("a text that is not in UTF-8", () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "pyproject.toml"), Buffer.from([0x5b, 0xff, 0x5d]));
    expect(ran(["facts"], folder)).toEqual({
      out: "",
      err: "pyproject.toml: is not a text in UTF-8; save it in UTF-8\n",
      exitCode: 1,
    });
  });
});
