import { spawnSync } from "node:child_process";
import {
  type ContainerCommandOptions,
  DevContainerMode,
  Postgres,
  type PythonContainer,
  type PythonContainerOptions,
} from "../../src";
import { containerBeside, generated } from "../container-project";
import { parsedStages } from "../dockerfile/parse";
import { synthesized } from "../project-folder";

const files = {
  "pyproject.toml": `[project]
name = "orders"
version = "1"
requires-python = ">=3.12"
dependencies = ["pytest", "debugpy"]
`,
  "uv.lock": "",
};
const beside = (options: PythonContainerOptions = {}) => containerBeside(files, { command: ["orders"], ...options });

describe("who adds a service or a stage of the name of a generated one is told how that gets another", () => {
  const renamed = (name: string) => `the first by serviceNames: { ${name}: "${name}-2" }`;
  test.each(["test", "dev", "debug"])("service %s", (name) => {
    expect(() => beside().compose.addService(name)).toThrow(`${renamed(name)} or developmentServices: false, or find`);
  });
  test("a service of the main ones, which can't be left out", () => {
    expect(() => beside().compose.addService("app")).toThrow(`${renamed("app")}, or find`);
  });
  test("a command", () => expect(() => beside().addCommand("test", ["x"])).toThrow(renamed("test")));
  test("a ready-made service", () => expect(() => new Postgres(beside().compose, "test")).toThrow(renamed("test")));
  test.each(["live", "dev", "app"])("stage %s", (name) => {
    const { dockerfile } = beside();
    const add = () => dockerfile.addStage(name, dockerfile.findStage("app").base);
    expect(add).toThrow(`rename one of the two, the first by stageNames: { ${name}: "${name}-2" }`);
  });
  test("a command with an image of its own", () => {
    const options: ContainerCommandOptions = { ownImage: true };
    expect(() => beside().addCommand("live", ["x"], options)).toThrow('the first by stageNames: { live: "live-2" }');
  });
  test("a service that the user has added has no such hint", () => {
    const { compose } = beside();
    compose.addService("web");
    expect(() => compose.addService("web")).toThrow("rename one, or find the first by its name");
  });
});

describe("without the services for development", () => {
  const without = () => beside({ developmentServices: false });
  test("there is no service, and no stage for them", () => {
    const { compose, dockerfile } = generated(without().project);
    expect(Object.keys(compose.services)).toEqual(["app", "builder"]);
    expect(parsedStages(dockerfile).map(({ name }) => name)).not.toContain("live");
  });
  test("there is no task for them", () => {
    const { project } = without();
    const names = ["compose:dev", "compose:test", "compose:debug", "compose:up"];
    expect(names.filter((name) => project.tasks.tryFind(name) !== undefined)).toEqual(["compose:up"]);
  });
  test("their names are free", () => {
    const container = without();
    container.addCommand("test", ["tox"], { ownImage: true });
    container.compose.addService("dev", { image: "node:24" });
    expect(Object.keys(generated(container.project).compose.services)).toEqual(["app", "builder", "test", "dev"]);
  });
});

describe("the task of a service that is left out", () => {
  const task = (which: string, tools: string, options?: PythonContainerOptions) => {
    const pyproject = files["pyproject.toml"].replace('"pytest", "debugpy"', tools);
    const { project } = containerBeside({ ...files, "pyproject.toml": pyproject }, options);
    return generated(project).tasks[`compose:${which}`].steps[0].exec;
  };
  test.each([
    ["test", '"debugpy"', "There is no service test: pytest is not among the development dependencies; add it to them"],
    [
      "debug",
      '"pytest"',
      "There is no service debug: debugpy is not among the development dependencies; add it to them",
    ],
    ["debug", '"debugpy"', "There is no service debug: no Python program is known that it could run; set the option"],
  ])("compose:%s with %s tells why", (which, tools, message) => {
    const { status, stderr } = spawnSync("sh", ["-c", task(which, tools)], { encoding: "utf8" });
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });
  test("runs it where it is there", () => {
    expect(task("test", '"pytest"')).toBe("docker compose run --rm --build test pytest");
  });
});

describe("a compose file that people write", () => {
  const left = (text: string, options: PythonContainerOptions = {}) =>
    containerBeside(
      { ...files, "compose.yaml": text },
      { handWrittenFiles: ["compose.yaml"], command: ["orders"], ...options },
    );
  const tasksOf = ({ project }: PythonContainer) =>
    ["dev", "test", "debug"].filter((which) => project.tasks.tryFind(`compose:${which}`) !== undefined);
  const web = "services:\n  web: {build: .}\n  db: {image: postgres}\n";
  const inCompose = { devContainerMode: DevContainerMode.COMPOSE };

  test("has no task for a service that it lacks", () => expect(tasksOf(left(web))).toEqual([]));
  test("has those for the services that it has", () => {
    expect(tasksOf(left(web, { serviceNames: { dev: "web", test: "db" } }))).toEqual(["dev", "test"]);
  });
  test.each(["include: [other.yaml]\n", "services: {a\n"])("has them all where %j leaves them open", (text) => {
    expect(tasksOf(left(text))).toEqual(["dev", "test", "debug"]);
  });
  test("need not watch anything", () => {
    const { project } = left(web, { serviceNames: { dev: "web" } });
    expect(project.tasks.tryFind("compose:dev")?.steps[0].exec).toBe("docker compose up --build web");
  });
  test("has run configurations for its own services", () => {
    const output = synthesized(left(web, { jetbrainsFiles: true, serviceNames: { app: "web" } }).project);
    expect(Object.keys(output).filter((path) => path.startsWith(".run/"))).toEqual([".run/web.run.xml"]);
  });
  test("can't be that of a dev container without its service", () => {
    expect(() => left(web, inCompose)).toThrow(
      'compose.yaml, which people write, has no service "dev"; its services are "web", "db"; name the one in which you develop: serviceNames: { dev: "web" }',
    );
  });
  test("is that of a dev container by the name of its service", () => {
    const { project } = left(web, { ...inCompose, serviceNames: { dev: "web" } });
    expect(generated(project).devContainer.service).toBe("web");
  });
  test("is that of a dev container without a stage for it", () => {
    const options = { ...inCompose, developmentServices: false, serviceNames: { dev: "web" } };
    expect(generated(left(web, options).project).devContainer.dockerComposeFile).toContain("../compose.yaml");
  });
});

describe("a dev container that is a service can't be without it", () => {
  const options = { devContainerMode: DevContainerMode.COMPOSE };
  test("by an option", () => {
    expect(() => beside({ ...options, developmentServices: false })).toThrow(/developmentServices is false/);
  });
  test("by a Dockerfile that people write", () => {
    const written = () =>
      containerBeside({ ...files, Dockerfile: "FROM x AS web\n" }, { ...options, handWrittenFiles: ["Dockerfile"] });
    expect(written).toThrow(/has no stage "dev" for the service "dev"; name one of its stages: stageNames: \{ dev/);
  });
});
