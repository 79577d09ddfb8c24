import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "projen";
import { synthesized } from "../project-folder";
import { GITLAB_SHAPES, SHAPES } from "../workflow/workflow-shapes";
import { preparedProgram } from "./harness/locations";
import { type Outcome, run } from "./harness/run";

const NOTHING = { exitCode: 0, output: "" };

/** The files of a project whose paths match, as they lie on disk. */
function written(project: Project, pattern: RegExp): string[] {
  const paths = Object.keys(synthesized(project)).filter((path) => pattern.test(path));
  expect(paths).not.toEqual([]);
  return paths.map((path) => join(project.outdir, path));
}

function outcome({ stdout, stderr, exitCode }: Outcome) {
  return { exitCode, output: `${stdout}${stderr}` };
}

// projen's own workflow for pull requests is not for us to mend.
const WORKFLOWS = /^\.github\/workflows\/(?!pull-request-lint)/;

async function actionlint(...files: string[]) {
  return outcome(await run([preparedProgram("actionlint"), "-no-color", ...files]));
}

async function zizmor(...files: string[]) {
  const command = [preparedProgram("zizmor"), "--offline", "--quiet", "--no-progress", "--format=plain", ...files];
  const { exitCode, output } = outcome(await run(command));
  return { exitCode, output: output.replace(/^No findings to report\..*\n/m, "") };
}

async function schema(name: string, ...files: string[]) {
  const found = outcome(await run([preparedProgram("check-jsonschema"), "--builtin-schema", name, ...files]));
  return { ...found, output: found.output.replace("ok -- validation done\n", "") };
}

describe.each(Object.keys(SHAPES))("in the workflows with %s", (name) => {
  let files: string[] = [];
  beforeAll(() => {
    files = written(SHAPES[name](), WORKFLOWS);
  });
  test("actionlint finds nothing", async () => expect(await actionlint(...files)).toEqual(NOTHING));
  test("zizmor finds nothing", async () => expect(await zizmor(...files)).toMatchObject({ exitCode: 0 }));
  test("nothing is missing in GitHub's schema", async () => {
    expect(await schema("vendor.github-workflows", ...files)).toEqual(NOTHING);
  });
});

test("actionlint finds what is wrong", async () => {
  const [file] = written(SHAPES.uv(), WORKFLOWS);
  await run(["sed", "-i", "s/timeout-minutes/timeout/", file]);
  expect(await actionlint(file)).toMatchObject({ exitCode: 1 });
});
test("zizmor finds what is wrong", async () => {
  const [file] = written(SHAPES.uv(), WORKFLOWS);
  await run(["sed", "-i", "s/pull_request:/pull_request_target:/", file]);
  expect(await zizmor(file)).not.toMatchObject({ exitCode: 0 });
});
test.each(Object.keys(GITLAB_SHAPES))("the pipeline with %s fits GitLab's schema", async (name) => {
  const files = written(GITLAB_SHAPES[name](), /^\.gitlab-ci\.yml$/);
  expect(await schema("vendor.gitlab-ci", ...files)).toEqual(NOTHING);
});
test("Dependabot's configuration fits its schema", async () => {
  const files = written(SHAPES.Dependabot(), /dependabot\.yml$/);
  expect(await schema("vendor.dependabot", ...files)).toEqual(NOTHING);
  expect(await zizmor(...files)).toMatchObject({ exitCode: 0 });
});
test("Renovate's configuration fits its schema", async () => {
  const [file] = written(SHAPES.Renovate(), /^renovate\.json5$/);
  // The comment in its first line is JSON5, which is YAML too with another sign.
  const copy = file.replace(/json5$/, "yaml");
  copyFileSync(file, copy);
  await run(["sed", "-i", "1s,^//,#,", copy]);
  expect(await schema("vendor.renovate", copy)).toEqual(NOTHING);
});
