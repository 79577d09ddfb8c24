import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Project } from "projen";
import { fullExample } from "../compose/full-example";
import { bareProject, synthesized } from "../project-folder";
import { shownProjects } from "../shown-projects";
import { docker } from "./harness/engine";
import { preparedProgram } from "./harness/locations";
import { type Outcome, type RunOptions, run } from "./harness/run";

/** The Compose of this machine, and a current one, which is no plugin of anybody's docker. */
const versions: { readonly [name: string]: (words: string[], options: RunOptions) => Promise<Outcome> } = {
  "the machine's": (words, options) => docker(["compose", ...words], options),
  current: (words, options) => run([preparedProgram("docker-compose"), ...words], options),
};

const composeFile = /(?:^|\/)(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/;
const env = { ...process.env, DOCKER_IMAGE: "orders", PASSWORD: "password" };

/** What versions of Compose say of a project's compose files, one line for each that is not silent. */
async function said(project: Project, names: readonly string[]): Promise<string[]> {
  const paths = Object.keys(synthesized(project)).filter((path) => composeFile.test(path));
  expect(paths).not.toEqual([]);
  const lines: string[] = [];
  for (const path of paths) {
    const file = join(project.outdir, path);
    for (const name of names) {
      const words = ["--file", file, "--profile", "*", "config", "--quiet"];
      const { stdout, stderr, exitCode } = await versions[name](words, { cwd: dirname(file), env });
      if (`${stdout}${stderr}` !== "" || exitCode !== 0) lines.push(`${path}, ${name}: ${exitCode} ${stdout}${stderr}`);
    }
  }
  return lines;
}

test.each(Object.entries(shownProjects))("both versions have nothing to say of %s", async (_, make) => {
  expect(await said(make(), Object.keys(versions))).toEqual([]);
});

// Among all properties are those that older versions refuse.
test("the current one has nothing to say of a file with every property", async () => {
  const { project } = fullExample();
  const beside = { "shared.yaml": "services: {}\n", "shared.env": "", "app.labels": "" };
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(project.outdir, name), text);
  expect(await said(project, ["current"])).toEqual([]);
});

test.each(Object.entries(versions))("%s refuses a property that there is not", async (_, compose) => {
  const { outdir } = bareProject();
  writeFileSync(join(outdir, "compose.yaml"), "services: {app: {imagge: orders}}\n");
  const { exitCode, stderr } = await compose(["config", "--quiet"], { cwd: outdir, env });
  expect({ fails: exitCode !== 0, stderr }).toEqual({ fails: true, stderr: expect.stringContaining("imagge") });
});

test("the current one is a Compose of version 5", async () => {
  const { stdout } = await run([preparedProgram("docker-compose"), "version", "--short"]);
  expect(stdout.trim()).toMatch(/^v?5\./);
});
