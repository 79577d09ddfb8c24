import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PackageManager, type PythonContainerOptions } from "../../../src";
import { containerBeside } from "../../container-project";
import { argumentsOf, parsedStage } from "../../dockerfile/parse";
import { projectFolder, synthesized } from "../../project-folder";

const WITHOUT_SPACES = ["a;touch", "$(touch)", "`touch`", "a&&touch", "it's", 'say"hi"', "a\\b", "a\\", "#a", "<<eof"];
const HOSTILE = [...WITHOUT_SPACES, "web server", "a && touch pwn", `it's"; touch 'pwn`];

/** Names that stand one in a project. */
const FEW = ["$(touch)", "<<eof", `it's"; touch 'pwn`];

/** What a shell runs of a text: each command with its words. */
function commandsIn(text: string): string[][] {
  const folder = projectFolder();
  const programs = "uv sed poetry pdm pipenv pip python find chown touch".split(" ");
  const record = programs.map((name) => `${name}() { printf '%s\\0' ${name} "$@" '' >>log; }\n`).join("");
  writeFileSync(join(folder, "log"), "");
  spawnSync("/bin/sh", ["-c", record + text], { cwd: folder, env: { PATH: "", VIRTUAL_ENV: "/venv" } });
  const words = readFileSync(join(folder, "log"), "utf8").split("\0\0").slice(0, -1);
  return words.map((command) => command.split("\0"));
}

/** What a build runs in these stages, as its shell reads it. */
function commandsOf(stages: string[], files: Record<string, string>, options: PythonContainerOptions): string[][] {
  const container = containerBeside(
    { "orders/__init__.py": "", ...files },
    { command: ["python", "-m", "orders"], ...options },
  );
  jest.spyOn(container.project.logger, "warn").mockImplementation();
  const dockerfile = synthesized(container.project).Dockerfile;
  const runs = stages.flatMap((stage) => argumentsOf(parsedStage(dockerfile, stage), "RUN"));
  const texts = runs
    .filter((run) => !run.includes("<<'SCRIPT'"))
    .map((run) => run.replace(/^(?:--mount=\S+\s+\\\n\s*)+/, ""));
  return texts.flatMap((text) => commandsIn(text.replaceAll("\\\n", "")));
}

const tables = (key: string, names: string[]) =>
  `[${key}]\n${names.map((name) => `${JSON.stringify(name)} = []\n`).join("")}`;
const project = (name: string, more = "") =>
  `[project]\nname = ${JSON.stringify(name)}\nversion = "1"\nrequires-python = ">=3.12"\n${more}`;
const path = (to: string) => `{ path = ${JSON.stringify(to)} }`;
const build = '[build-system]\nrequires = ["pdm-backend"]\nbuild-backend = "pdm.backend"\n';

/** Names as a manager may be told them, each with the projects in which they stand and what is run then. */
const cases: [string, string[], (names: string[]) => string[][]][] = [
  [
    "a group of poetry",
    HOSTILE,
    (names) =>
      commandsOf(
        ["deps", "dev"],
        { "pyproject.toml": project("orders", tables("dependency-groups", names)) },
        { packageManager: PackageManager.POETRY, productionGroups: names },
      ),
  ],
  [
    "an extra of poetry",
    WITHOUT_SPACES,
    (names) =>
      commandsOf(
        ["deps", "dev"],
        { "pyproject.toml": project("orders", tables("project.optional-dependencies", names)) },
        { packageManager: PackageManager.POETRY, productionExtras: names },
      ),
  ],
  [
    "a group of pdm",
    HOSTILE,
    (names) =>
      commandsOf(
        ["deps", "dev"],
        { "pyproject.toml": project("orders", tables("dependency-groups", names) + build) },
        { packageManager: PackageManager.PDM, productionGroups: names },
      ),
  ],
  [
    "an extra of pdm",
    HOSTILE,
    (names) =>
      commandsOf(
        ["deps", "dev"],
        { "pyproject.toml": project("orders", tables("project.optional-dependencies", names) + build) },
        { packageManager: PackageManager.PDM, productionExtras: names },
      ),
  ],
  [
    "a category of pipenv",
    WITHOUT_SPACES,
    (names) =>
      commandsOf(
        ["manifest", "deps", "dev"],
        { Pipfile: `[packages]\n${names.map((name) => `[${JSON.stringify(name)}]\n`).join("")}` },
        { packageManager: PackageManager.PIPENV, productionGroups: names },
      ),
  ],
  [
    "a requirements file",
    FEW,
    (names) =>
      names.flatMap((name) =>
        commandsOf(
          ["deps", "dev"],
          { [`requirements/${name}.txt`]: "httpx\n" },
          { packageManager: PackageManager.PIP },
        ).map((words) => words.map((word) => word.replace(/^requirements\/(.*)\.txt$/, "$1"))),
      ),
  ],
  [
    "the folder of a path dependency of uv",
    // COPY reads a path that starts with << as a heredoc, and the build stops.
    FEW.filter((name) => !name.startsWith("<<")),
    (names) =>
      names.flatMap((name) =>
        commandsOf(
          ["manifest"],
          {
            "pyproject.toml": project("orders", `dependencies = ["rules"]\n[tool.uv.sources]\nrules = ${path(name)}\n`),
            [`${name}/pyproject.toml`]: project("rules"),
          },
          { packageManager: PackageManager.UV },
        ),
      ),
  ],
];

describe.each(cases)("%s comes through the shell as it is written:", (_, names, commandsFor) => {
  const commands = commandsFor(names);
  test.each(names)("%s", (name) => expect(commands.flat().flatMap((word) => word.split(","))).toContain(name));
  test("no name is a command", () => expect(commands.map(([program]) => program)).not.toContain("touch"));
});

test.each(FEW)("a project of the name %s is refused", (name) => {
  const files = { "pyproject.toml": project(name, build) };
  expect(() => commandsOf(["manifest"], files, { packageManager: PackageManager.UV })).toThrow("is not a valid name");
});

describe("a name that the package manager can't be told is refused:", () => {
  const { UV, POETRY, PDM, PIPENV } = PackageManager;
  const group = (name: string) => ({
    "pyproject.toml": project("orders", tables("dependency-groups", [name]) + build),
  });
  const extra = (name: string) => ({
    "pyproject.toml": project("orders", tables("project.optional-dependencies", [name]) + build),
  });
  const category = (name: string) => ({ Pipfile: `[packages]\n[${JSON.stringify(name)}]\n` });

  test.each([
    ["group", "web,more", POETRY, group],
    ["extra", "web server", POETRY, extra],
    ["group", "--only", PDM, group],
    ["extra", "web,more", PDM, extra],
    ["group", "web server", PIPENV, category],
  ] as const)("the %s %j of %s", (kind, name, packageManager, filesFor) => {
    const names = kind === "group" ? { productionGroups: [name] } : { productionExtras: [name] };
    expect(() => commandsOf([], filesFor(name), { packageManager, ...names })).toThrow(
      `${packageManager} can't be told the ${kind} ${JSON.stringify(name)}`,
    );
  });

  test("a default group of uv", () => {
    const files = {
      "pyproject.toml": `${group("web $(id)")["pyproject.toml"]}[tool.uv]\ndefault-groups = ["web $(id)"]\n`,
    };
    expect(() => commandsOf([], files, { packageManager: UV })).toThrow("is not a valid group");
  });
  test("a line break, which a Dockerfile would lose", () =>
    expect(() =>
      commandsOf([], group("a\ntouch pwn"), { packageManager: PDM, productionGroups: ["a\ntouch pwn"] }),
    ).toThrow("has a line break"));
});
