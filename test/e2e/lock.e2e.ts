import { runFolder } from "./harness/locations";
import { type NewProject, packageManagers } from "./harness/new-project";
import { lockedProject } from "./harness/projects";
import { run } from "./harness/run";
import { withoutPython } from "./harness/user-environment";

test.each(["python", "python3", "pip", "uv", "poetry"])(
  "the machine of these tests' user has no %s",
  async (program) => {
    const { exitCode } = await run(["sh", "-c", `command -v ${program}`], { env: withoutPython(runFolder()) });
    expect(exitCode).not.toBe(0);
  },
);

describe.each(packageManagers)("npx projen lock with %s, on a machine without Python", (manager) => {
  let project: NewProject;
  beforeAll(async () => {
    project = await lockedProject(manager);
  });

  test("writes the lock file", () => expect(project.read(project.lockFile)).toContain("[[package]]"));

  test("locks the development dependencies too", () => expect(project.read(project.lockFile)).toContain('"pytest"'));

  test("leaves the file to whoever asked for it", async () => {
    const { stdout } = await run(["stat", "-c", "%u", project.path(project.lockFile)]);
    expect(Number(stdout)).toBe(process.getuid?.());
  });

  test("writes nothing else", async () => {
    const { stdout } = await project.mustRun(["git", "status", "--porcelain"]);
    const changed = stdout.split("\n").filter(Boolean);
    expect(changed.filter((line) => !line.endsWith(` ${project.lockFile}`))).toEqual([]);
  });
});
