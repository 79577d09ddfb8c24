import type { PythonContainerProjectOptions } from "../../src";
import { PackageManager } from "../../src";
import { containerBeside, containerProject, generated } from "../container-project";
import { argumentsOf, globalArguments, parsedStage } from "../dockerfile/parse";

const files = (options: Partial<PythonContainerProjectOptions>) => generated(containerProject(options));
const runsOf = (text: string, stage: string) => argumentsOf(parsedStage(text, stage), "RUN");

describe("removeSetuid", () => {
  const bits = /&& find \/ -xdev -perm \/6000 -exec chmod a-s '\{\}' \+$/;

  test("takes the bits off in the layer of the production user", () => {
    const [user] = runsOf(files({ removeSetuid: true }).dockerfile, "app");
    expect(user).toMatch(/^groupadd/);
    expect(user).toMatch(bits);
  });
  test("comes after the packages that a user adds", () => {
    const project = containerProject({ removeSetuid: true });
    project.container.dockerfile.findStage("app").section("system packages").addRun(["apt-get", "install", "sudo"]);
    const runs = runsOf(generated(project).dockerfile, "app");
    expect(runs.map((run) => bits.test(run))).toEqual([false, true]);
  });
  test("leaves the developer's account its sudo", () =>
    expect(runsOf(files({ removeSetuid: true, developerSudo: true }).dockerfile, "dev").join()).not.toMatch("6000"));
  test("is not done unless asked for", () => expect(files({}).dockerfile).not.toContain("6000"));
});

describe("reproducible", () => {
  const toml = '[project]\nname = "orders"\nversion = "1"\ndependencies = ["psycopg2"]\n';

  test("declares the time before the first stage, and in the two that the others start from", () => {
    const { dockerfile } = files({ reproducible: true });
    expect(globalArguments(dockerfile)).toContain("SOURCE_DATE_EPOCH=315532800");
    for (const stage of ["builder", "app"]) {
      expect(argumentsOf(parsedStage(dockerfile, stage), "ARG")).toContain("SOURCE_DATE_EPOCH");
    }
  });
  test("is no environment variable of an image", () =>
    expect(files({ reproducible: true }).dockerfile).not.toContain("ENV SOURCE_DATE_EPOCH"));
  test("removes the logs of apt in the layer that has them", () => {
    const options = { reproducible: true, command: ["true"] };
    const { dockerfile } = generated(containerBeside({ "pyproject.toml": toml, "uv.lock": "" }, options).project);
    const [packages] = runsOf(dockerfile, "app");
    for (const trace of ["/var/log/apt", "/var/log/dpkg.log", "/var/cache/ldconfig/aux-cache"]) {
      expect(packages.split(/\s+/)).toContain(trace);
    }
  });
  test("removes what uv notes of the time, and its line among the installed files", () => {
    const [, install] = runsOf(files({ reproducible: true }).dockerfile, "project");
    expect(install).toMatch(/-name uv_cache\.json -delete/);
    expect(install).toMatch(/-name RECORD -exec sed -i \/uv_cache\.json,\/d/);
  });
  test("changes nothing of how poetry installs", () => {
    const of = (reproducible: boolean) =>
      runsOf(files({ packageManager: PackageManager.POETRY, reproducible }).dockerfile, "project");
    expect(of(true)).toEqual(of(false));
  });
  test("gives compose the time as an argument", () =>
    expect(files({ reproducible: true }).compose.services.app.build.args.SOURCE_DATE_EPOCH).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax of compose
      "${SOURCE_DATE_EPOCH:-315532800}",
    ));
  test("has the task set the times of files, where the engine can", () => {
    const { env, steps } = files({ reproducible: true }).tasks["docker:build"];
    expect(env.SOURCE_DATE_EPOCH).toContain("|| 315532800");
    expect(steps[0].exec).toContain(" --build-arg=SOURCE_DATE_EPOCH --output=type=docker,rewrite-timestamp=true ");
  });
  test("is no word of anything unless asked for", () =>
    expect(JSON.stringify(files({}).files)).not.toContain("SOURCE_DATE_EPOCH"));
});
