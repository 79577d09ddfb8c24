import type { PythonContainerOptions } from "../../src";
import { containerBeside } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";
import { synthesized } from "../project-folder";

/** The Debian packages that a stage installs, of a project with these dependencies. */
function installed(stage: string, dependencies: string[], options: PythonContainerOptions = {}): string[] {
  const toml = `[project]\nname = "orders"\nversion = "1"\ndependencies = ${JSON.stringify(dependencies)}\n[build-system]\nrequires = ["uv_build>=0.13,<0.14"]\nbuild-backend = "uv_build"\n`;
  const files = { "pyproject.toml": toml, "uv.lock": "", "src/orders/__init__.py": "" };
  const { Dockerfile } = synthesized(containerBeside(files, options).project);
  const commands = argumentsOf(parsedStage(Dockerfile, stage), "RUN").join(" ").split("&&");
  const install = commands.find((command) => command.includes("apt-get install")) ?? "";
  return install
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(?:apt-get|install|--.*|\\)$/.test(word) && word !== "");
}

test("nothing is installed where no dependency needs it", () => expect(installed("app", ["requests"])).toEqual([]));
test("the builder has what psycopg2 is built with", () =>
  expect(installed("builder", ["psycopg2>=2.9"])).toEqual(["build-essential", "libpq-dev"]));
test("the production image has what psycopg2 runs with, and no compiler", () =>
  expect(installed("app", ["psycopg2>=2.9"])).toEqual(["libpq5"]));
test("the dev stage has it beside its own packages", () =>
  expect(installed("dev", ["psycopg2>=2.9"])).toEqual(["ca-certificates", "git", "libpq5", "openssh-client"]));
test("the suite of the images decides the name", () =>
  expect(installed("app", ["python-ldap"], { debianSuite: "bookworm" })).toContain("libldap-2.5-0"));
test("the builder has git for a git dependency", () =>
  expect(installed("builder", ["orders-lib @ git+https://example.com/orders-lib.git"])).toEqual(["git"]));
test("the builder has git for one of development too, since it locks all", () => {
  const toml =
    '[project]\nname = "orders"\nversion = "1"\n[dependency-groups]\ndev = ["lib @ git+ssh://git@example.com/lib.git"]\n';
  const { Dockerfile } = synthesized(containerBeside({ "pyproject.toml": toml, "uv.lock": "" }).project);
  const runs = (stage: string) => argumentsOf(parsedStage(Dockerfile, stage), "RUN").join(" ");
  expect(runs("builder")).toMatch(/ git openssh-client /);
  expect(runs("app")).not.toContain("git");
});
test("a user's rule counts", () => {
  const systemPackageRules = [{ distribution: "Orders_Lib", runPackages: ["libwidget1"] }];
  expect(installed("app", ["orders-lib"], { systemPackageRules })).toEqual(["libwidget1"]);
});
test("a user's rule replaces the module's own", () => {
  const systemPackageRules = [{ distribution: "psycopg2", runPackages: ["libpq5", "postgresql-client"] }];
  expect(installed("builder", ["psycopg2"], { systemPackageRules })).toEqual([]);
});
test("a rule can be switched off", () =>
  expect(installed("app", ["psycopg2"], { ignoredSystemPackageRules: ["psycopg2"] })).toEqual([]));
test("the line says which dependency it is for", () => {
  const toml = '[project]\nname = "orders"\nversion = "1"\ndependencies = ["psycopg2"]\n';
  const { Dockerfile } = synthesized(containerBeside({ "pyproject.toml": toml, "uv.lock": "" }).project);
  expect(Dockerfile).toContain("# libpq5: pyproject.toml [project].dependencies (psycopg2)");
});
