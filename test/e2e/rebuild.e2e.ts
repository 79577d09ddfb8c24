import { appendFileSync } from "node:fs";
import { buildTarget, stepsThatRan } from "./harness/build";
import { mustDocker } from "./harness/engine";
import { type NewProject, packageManagers } from "./harness/new-project";
import { ownProject } from "./harness/projects";

// New in every run: what an earlier run built can't stand for this one.
const mark = `${Date.now()}`;

describe.each(packageManagers)("another build with %s", (manager) => {
  let project: NewProject;
  beforeAll(async () => {
    project = await ownProject(manager, "rebuild");
    await buildTarget(project.folder, "app", manager);
  });

  /** Synthesizes the project again after a change of its .projenrc.ts. */
  const synthesizeWith = async (change: (text: string) => string) => {
    project.edit(".projenrc.ts", change);
    await project.mustRun(["npx", "projen", "--no-post"]);
  };
  const buildAgain = () => buildTarget(project.folder, "app", `${manager}-again`);

  test("after an edit of the source installs no dependency and has the edit", async () => {
    appendFileSync(project.path(project.moduleFile), `\nEDITED = "${mark}"\n`);
    const build = await buildAgain();
    expect(stepsThatRan(build, "deps")).toEqual([]);
    expect(await attributeIn(build.image, `${project.moduleName}.EDITED`)).toBe(mark);
  });

  test("after a new version of the project installs no dependency", async () => {
    await synthesizeWith((text) => text.replace(/version: "[^"]+"/, `version: "0.2.${mark}"`));
    expect(project.read("pyproject.toml")).toContain(`0.2.${mark}`);
    expect(stepsThatRan(await buildAgain(), "deps")).toEqual([]);
  });

  test("after a new setting of the linter installs no dependency", async () => {
    const setting = `project.tryFindObjectFile("pyproject.toml")?.addOverride("tool.ruff.extend-exclude", ["${mark}"]);`;
    await synthesizeWith((text) => text.replace(/^project\.synth\(\)/m, `${setting}\nproject.synth()`));
    expect(project.read("pyproject.toml")).toContain(mark);
    expect(stepsThatRan(await buildAgain(), "deps")).toEqual([]);
  });
});

/** An attribute of a module, as the image's own interpreter finds it. */
async function attributeIn(image: string, dotted: string): Promise<string> {
  const [module, attribute] = dotted.split(".");
  const code = `import ${module}; print(${module}.${attribute})`;
  return mustDocker(["run", "--rm", "--network", "none", "--entrypoint", "python", image, "-c", code], { seconds: 60 });
}
