import { parse as parseYaml } from "yaml";
import { type NewProject, packageManagers } from "./harness/new-project";
import { newProject, projectFolder } from "./harness/projects";
import { mustRun } from "./harness/run";
import { composeFindings, devContainerFindings, parseJsonWithComments, schemasAreThere } from "./harness/schemas";

const whereSchemasAre = schemasAreThere ? test : test.skip;

describe.each(packageManagers)("what projen new writes for %s", (manager) => {
  let project: NewProject;
  beforeAll(async () => {
    project = await newProject(manager);
  });

  test.each(["Dockerfile", ".dockerignore", "compose.yaml", ".devcontainer/devcontainer.json", "package-lock.json"])(
    "has %s in its first commit",
    async (file) => {
      expect(await committedFiles(project)).toContain(file);
    },
  );

  test("has its lock file in its first commit, where a Docker engine answers", async () => {
    expect(await committedFiles(project)).toContain(project.lockFile);
  });

  test("is committed whole", async () => expect(await changes(project)).toBe(""));

  test("has no npm package among its Python dependencies", () =>
    expect(project.read("pyproject.toml")).not.toContain("module.tgz"));

  whereSchemasAre("has a compose file as the official schema wants it", () => {
    expect(composeFindings(parseYaml(project.read("compose.yaml")))).toEqual([]);
  });

  whereSchemasAre("has a devcontainer.json as the official schema wants it", () => {
    expect(devContainerFindings(parseJsonWithComments(project.read(".devcontainer/devcontainer.json")))).toEqual([]);
  });

  test("is left as it is by a second npx projen", async () => {
    const copy = await project.copyTo(projectFolder("second-synth", manager));
    await copy.mustRun(["npx", "projen", "--no-post"]);
    expect(await changes(copy)).toBe("");
  });

  test("is left as it is by npm ci and npx projen in a fresh clone", async () => {
    const clone = await cloneOf(project, projectFolder("clone", manager));
    await clone.mustRun(["npm", "ci"], 300, { CI: "true" });
    await clone.mustRun(["npx", "projen", "--no-post"], 120, { CI: "true" });
    expect(await changes(clone)).toBe("");
  });
});

async function cloneOf(project: NewProject, folder: string): Promise<NewProject> {
  await mustRun(["git", "clone", "--quiet", project.folder, folder]);
  return project.at(folder);
}

async function committedFiles(project: NewProject): Promise<string[]> {
  const { stdout } = await project.mustRun(["git", "ls-tree", "-r", "--name-only", "HEAD"]);
  return stdout.trim().split("\n");
}

/** What git would show as changed, new files included. */
async function changes(project: NewProject): Promise<string> {
  const { stdout } = await project.mustRun(["git", "status", "--porcelain"]);
  return stdout === "" ? "" : `${stdout}${(await project.mustRun(["git", "diff"])).stdout}`;
}
