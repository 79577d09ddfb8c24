import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PythonContainer, PythonContainerOptions } from "../../src";
import { checked } from "../checked";
import { containerBeside } from "../container-project";
import { argumentsOf, parsedStage } from "../dockerfile/parse";
import { lockedProject, type SamplePackage, type SampleProject } from "../lock/locked-project";
import { synthesized } from "../project-folder";

function container(
  packages: Record<string, SamplePackage>,
  options: PythonContainerOptions = {},
  more: Partial<SampleProject> = {},
): PythonContainer {
  return containerBeside(lockedProject({ packages, ...more }), { command: ["orders"], ...options });
}

/** The Debian packages that a stage installs. */
function installed(stage: string, made: PythonContainer): string[] {
  const runs = argumentsOf(parsedStage(synthesized(made.project).Dockerfile, stage), "RUN").join(" ");
  const [, names = ""] = /apt-get install --yes --no-install-recommends ([^&]*)/.exec(runs) ?? [];
  return names.split(/[\s\\]+/).filter((name) => name !== "");
}

/** What a synth does before it writes files. */
function prepare({ project }: PythonContainer): void {
  for (const each of project.components) each.preSynthesize();
}

/** What a synth warns of, and what it tells besides. */
function told(made: PythonContainer): { warnings: string[]; infos: string[] } {
  const { logger } = made.project;
  const warn = jest.spyOn(logger, "warn").mockImplementation();
  const info = jest.spyOn(logger, "info").mockImplementation();
  prepare(made);
  const texts = (spy: jest.SpyInstance) => spy.mock.calls.map(([text]) => String(text).split("\n")[0]);
  return { warnings: texts(warn), infos: texts(info) };
}

const psycopg = { "flask-pg": { needs: ["psycopg2"] }, psycopg2: { hasSdist: true } };

describe("a dependency of a dependency", () => {
  test("has its packages in the builder", () =>
    expect(installed("builder", container(psycopg))).toEqual(["build-essential", "libpq-dev"]));
  test("and those to run in the app image", () => expect(installed("app", container(psycopg))).toEqual(["libpq5"]));
  test("with what brought it in as the reason", () =>
    expect(synthesized(container(psycopg).project).Dockerfile).toContain("# libpq5: uv.lock (flask-pg → psycopg2)\n"));
  test("from git has git in the builder alone", () => {
    const made = container({ web: { needs: ["own"] }, own: { git: "https://example.com/own.git" } });
    expect([installed("builder", made), installed("app", made)]).toEqual([["build-essential", "git"], []]);
  });
});

test("what is pure Python from git has git without a compiler", () => {
  const made = container({ web: { needs: ["docopt"] }, docopt: { git: "ssh://git@example.com/docopt.git" } });
  expect(installed("builder", made)).toEqual(["git", "openssh-client"]);
});

test.each<[string, Record<string, string>, string]>([
  ["uv", { "pyproject.toml": '[project]\nname = "a"\nversion = "1"\n[tool.uv]\npackage = false\n' }, "uv.lock"],
  ["poetry", { "pyproject.toml": '[tool.poetry]\nname = "a"\nversion = "1"\n' }, "poetry.lock"],
  ["pipenv", { Pipfile: '[packages]\nflask = "*"\n' }, "Pipfile.lock"],
])("without a lock file of %s a synth tells how to make one, as the build stops there", (_manager, files, lock) =>
  expect(told(containerBeside(files, { command: ["true"] })).warnings).toContain(
    `There is no ${lock}, by which the images are built; run "npx projen lock", and commit it.`,
  ),
);

describe("a builder without a compiler", () => {
  test("where all is a wheel or pure Python", () =>
    expect(installed("builder", container({ web: { needs: ["docopt"] }, docopt: { hasSdist: true } }))).toEqual([]));
  test("also where a distribution that has wheels would be built with one", () =>
    expect(installed("builder", container({ pyodbc: {} }))).toEqual([]));
  test("though what it runs with stays", () =>
    expect(installed("app", container({ pyodbc: {} }))).toEqual(["unixodbc"]));
  test("but not against a rule of the user's", () => {
    const systemPackageRules = [{ distribution: "pyodbc", buildPackages: ["unixodbc-dev"] }];
    expect(installed("builder", container({ pyodbc: {} }, { systemPackageRules }))).toEqual(["unixodbc-dev"]);
  });
});

test("what only development builds is in the dev stage", () => {
  const made = container({ web: {}, psutil: { hasSdist: true } }, {}, { develops: ["psutil"] });
  expect([installed("builder", made), installed("dev", made)]).toEqual([
    [],
    ["build-essential", "ca-certificates", "git", "openssh-client"],
  ]);
});
test("what only development builds with Rust is in the builder, with all that Rust needs", () => {
  const made = container({ web: {}, "rpds-py": { hasSdist: true } }, {}, { develops: ["rpds-py"] });
  expect([installed("builder", made), installed("dev", made)]).toEqual([
    ["build-essential", "cargo", "rustc"],
    ["ca-certificates", "git", "openssh-client"],
  ]);
});
test("Rust builds what is built with it", () =>
  expect(installed("builder", container({ web: { needs: ["rpds-py"] }, "rpds-py": { hasSdist: true } }))).toEqual([
    "build-essential",
    "cargo",
    "rustc",
  ]));

describe("what a synth tells of the lock file", () => {
  test("nothing where all is well", () =>
    expect(told(container({ web: { needs: ["h11"] }, h11: {} }))).toEqual({ warnings: [], infos: [] }));
  test("a warning of what is not known, which a rule without packages takes away", () => {
    const packages = { "nobody-knows": { hasSdist: true } };
    const systemPackageRules = [{ distribution: "Nobody_Knows" }];
    expect([
      told(container(packages)).warnings.length,
      told(container(packages, { systemPackageRules })).warnings.length,
    ]).toEqual([1, 0]);
  });
  test("advice on the builds for the CPU is no warning", () => {
    const { warnings, infos } = told(container({ torch: { needs: ["triton"] }, triton: {} }));
    expect([warnings, infos]).toEqual([[], [expect.stringContaining("download.pytorch.org")]]);
  });
  test("a mistake where something is missing on a platform that is named", () => {
    const made = container(
      { numpy: { wheels: ["cp313-cp313-manylinux_2_28_x86_64"] } },
      { platforms: ["linux/amd64", "linux/arm64"] },
    );
    expect(() => checked(made.project)).toThrow(/^uv\.lock: numpy 1\.0 has neither a wheel .* on linux\/arm64 nor/);
  });
  test.each([
    ["", /^uv\.lock is empty, so that it counts as none/],
    ["version = 2\n", /^uv\.lock: has the format .*read are/],
  ])("a warning where nothing is made of %j, and the rest goes on", (text, expected) => {
    const files = { ...lockedProject({ packages: { psycopg2: {} } }), "uv.lock": text };
    const made = containerBeside(files, { command: ["orders"] });
    expect(told(made).warnings).toEqual([expect.stringMatching(expected)]);
    expect(installed("app", made)).toEqual(["libpq5"]);
  });
  test.each([
    ['version = 1\n[[package]]\nname = "we', /^uv\.lock/],
    ["version = 1\n<<<<<<< HEAD\n", /^uv\.lock.*merge conflict/],
  ])("a mistake where it is damaged: %j", (text, expected) => {
    const files = { ...lockedProject({ packages: { web: {} } }), "uv.lock": text };
    expect(() => prepare(containerBeside(files, { command: ["orders"] }))).toThrow(expected);
  });
  test.each([[["linux/sparc"]], [[]], ["linux/amd64" as unknown as string[]]])(
    "the platforms %j are a mistake at once",
    (platforms) =>
      expect(() => container({ web: {} }, { platforms })).toThrow(/platforms is .*linux\/amd64 and linux\/arm64/),
  );
  test("a suite that is not known is taken for one like the default one", () =>
    expect(told(container({ web: {} }, { debianSuite: "duke" })).warnings).toEqual([
      expect.stringContaining('debianSuite is "duke"'),
    ]));
});

test("a second synth reads the lock file again", () => {
  const made = container({ psutil: {} });
  const first = installed("builder", made);
  writeFileSync(
    join(made.project.outdir, "uv.lock"),
    lockedProject({ packages: { psutil: { hasSdist: true } } })["uv.lock"],
  );
  expect([first, installed("builder", made)]).toEqual([[], ["build-essential"]]);
});
test("a synth reads the lock file once", () => {
  const made = container({ web: { needs: ["h11"] }, h11: {} });
  const reader = jest.spyOn(require("../../src/lock/read-lock"), "readLock");
  made.project.synth();
  expect(reader).toHaveBeenCalledTimes(1);
});
