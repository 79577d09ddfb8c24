import { parse } from "yaml";
import { type AutomationOptions, ExistingPythonProject } from "../../src";
import { containerProject } from "../container-project";
import { folderWith, synthesized } from "../project-folder";

const PYPROJECT = (name: string) =>
  `[project]\nname = "${name}"\nversion = "1"\n[dependency-groups]\ndev = ["pytest"]\n[tool.uv]\npackage = true\n`;

const FILES: Record<keyof AutomationOptions, string> = {
  containerWorkflow: ".github/workflows/container.yml",
  gitlabPipeline: ".gitlab-ci.yml",
  renovateUpdates: "renovate.json5",
  dependabotUpdates: ".github/dependabot.yml",
};

const existing = (options: AutomationOptions) =>
  new ExistingPythonProject({ ...options, outdir: folderWith({ "pyproject.toml": PYPROJECT("orders") }) });

describe.each(Object.entries(FILES))("%s", (option, path) => {
  test.each([
    ["a new project", (options: AutomationOptions) => containerProject(options)],
    ["an existing one", existing],
  ])("brings its file to %s", (_what, make) => {
    expect(Object.keys(synthesized(make({ [option]: true })))).toContain(path);
  });
  test("brings nothing unasked", () => expect(Object.keys(synthesized(existing({})))).not.toContain(path));
});

test("a new project has no workflow with rights to write for pull requests of forks", () => {
  const files = synthesized(containerProject({ containerWorkflow: true }));
  expect(Object.keys(files).filter((path) => path.startsWith(".github/workflows/"))).toEqual([FILES.containerWorkflow]);
});
test("it has where one asks for it", () => {
  const files = synthesized(containerProject({ containerWorkflow: true, githubOptions: { pullRequestLint: true } }));
  expect(Object.keys(files)).toContain(".github/workflows/pull-request-lint.yml");
});
test("a repository has one workflow over all of its projects, added later too", () => {
  const outdir = folderWith({ "a/pyproject.toml": PYPROJECT("a"), "b/pyproject.toml": PYPROJECT("b") });
  const project = new ExistingPythonProject({ name: "shop", outdir, folders: ["a"], containerWorkflow: true });
  project.addPythonProject("b");
  const files = synthesized(project);
  expect(Object.keys(parse(files[FILES.containerWorkflow]).jobs)).toEqual(
    ["check"].concat(...["a", "b"].map((each) => [`test-${each}`, `image-${each}`, `publish-${each}`])),
  );
  expect(Object.keys(files).filter((path) => path.startsWith(".github/"))).toHaveLength(1);
});
