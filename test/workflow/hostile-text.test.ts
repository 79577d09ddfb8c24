// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax of what is written
import { Project } from "projen";
import { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { DevContainerPrebuild } from "../../src/workflow/dev-container-prebuild";
import { bareProject } from "../project-folder";
import { PYPROJECTS, withWorkflow } from "./workflow-shapes";

const IMAGE = "ghcr.io/acme/dev";
const made = (project: Project) => new DevContainer(project, { source: DevContainerSource.dockerfile() });

test("a branch is no expression", () => {
  const devContainer = made(bareProject());
  const options = { imageName: IMAGE, branch: "a${{ secrets.A }}" };
  expect(() => new DevContainerPrebuild(devContainer, devContainer, options)).toThrow("GitHub evaluates");
});

test.each([{ branch: "a${{ secrets.A }}" }, { tagPattern: "v${{ github.token }}" }])(
  "%j of a container's workflow is no expression",
  (options) => expect(() => withWorkflow(PYPROJECTS.uv, options)).toThrow("GitHub evaluates"),
);

test.each(["${{ github.token }}", "../x", "a\nb", "", "a/b", "a "])("%j is no name of a workflow", (name) => {
  const devContainer = made(bareProject());
  const options = { imageName: IMAGE, workflowName: name };
  expect(() => new DevContainerPrebuild(devContainer, devContainer, options)).toThrow("name of a file");
  expect(() => withWorkflow(PYPROJECTS.uv, { workflowName: name })).toThrow("name of a file");
});

test("a name that is made of folders has no odd characters", () => {
  const parent = bareProject();
  const devContainer = made(new Project({ name: "a", parent, outdir: "my api/é" }));
  const { file } = new DevContainerPrebuild(devContainer, devContainer, { imageName: IMAGE });
  expect(file.path).toBe(".github/workflows/dev-container-my-api--.yml");
});

test("a folder's name is no expression", () => {
  const parent = bareProject();
  const devContainer = made(new Project({ name: "a", parent, outdir: "a${{ github.token }}" }));
  expect(() => new DevContainerPrebuild(devContainer, devContainer, { imageName: IMAGE })).toThrow("GitHub evaluates");
});
