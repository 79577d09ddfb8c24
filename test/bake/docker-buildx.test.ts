import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { BakeFile, BakeValue } from "../../src";
import { bareProject, synthesized } from "../project-folder";
import { addEveryOption } from "./every-option";

/** The installed one, and that of today, which the end-to-end tests compile. */
const programs = [["docker", "buildx"], [join(homedir(), ".cache/projen-python-container/bin/docker-buildx")]];

interface Printed {
  readonly group: Record<string, { readonly targets: string[] }>;
  readonly target: Record<string, { readonly target?: string; readonly labels?: object }>;
}

/** What buildx reads of the file, with `SET` in the environment. */
function printed([program, ...words]: readonly string[], fill: (bake: BakeFile) => void): Printed {
  const project = bareProject();
  const bake = new BakeFile(project);
  fill(bake);
  // It looks for an agent, which is not everywhere.
  bake.file.addDeletionOverride("target.api.ssh");
  synthesized(project);
  writeFileSync(join(project.outdir, "netrc,old"), "");
  const { status, stdout, stderr } = spawnSync(program, [...words, "bake", `--file=${bake.fileName}`, "--print"], {
    cwd: project.outdir,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, SET: "value" },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const ifAnswers = ([program, ...words]: readonly string[]) =>
  spawnSync(program, [...words, "version"]).status === 0 ? describe : describe.skip;

for (const words of programs) {
  ifAnswers(words)(words.join(" "), () => readsAll(words));
}

function readsAll(words: readonly string[]): void {
  test("takes a file that has every option", () => {
    expect(printed(words, addEveryOption).group).toMatchObject({ default: { targets: ["api"] } });
  });

  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is bake's own syntax
  const texts = [
    "${SET}",
    "$${SET}",
    "$$${SET}",
    "%{if true}",
    "%%{",
    "$%{a",
    '${"$$"}{',
    "a\tb\n\"\\'é€😀",
    "$",
    "// x",
  ];
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above

  test.each(texts)("reads the text %j as it is", (target) => {
    expect(printed(words, (bake) => bake.addTarget("api", { target })).target.api.target).toBe(target);
  });

  test.each(texts)("reads the name %j as it is", (name) => {
    const { labels } = printed(words, (bake) => bake.addTarget("api", { labels: { [name]: "x" } })).target.api;
    expect(labels).toEqual({ [name]: "x" });
  });

  test.each([
    ["$", "SET", "$value"],
    ["%%", "SET", "%%value"],
    ["a", "UNSET", "adefault"],
  ])("reads %s and the variable %s", (text, name, expected) => {
    const { target } = printed(words, (bake) => {
      const variable = bake.addVariable(name, { defaultValue: "default" });
      bake.addTarget("api", { target: BakeValue.join(text, variable) });
    }).target.api;
    expect(target).toBe(expected);
  });

  test("leaves out what a variable without a value is all of", () => {
    const { api } = printed(words, (bake) =>
      bake.addTarget("api", { args: { PROXY: bake.addVariable("UNSET") } }),
    ).target;
    expect(api).not.toHaveProperty("args");
  });
}
