import { Project } from "projen";
import { ComposeFile } from "../../src";
import { folderWith, synthesized } from "../project-folder";
import { warningsBeside } from "../warnings-beside";

const add = (fileName?: string) => (project: Project) => {
  const compose = new ComposeFile(project, { fileName });
  for (const name of ["app", "db"]) compose.addService(name, { image: "orders:1" });
};

const warnings = (files: Record<string, string>, fileName?: string, ...left: string[]) =>
  warningsBeside(files, add(fileName), ...left);

const OTHER = "services: { web: { image: x } }\n";

describe("another file that compose finds by itself", () => {
  test.each(["compose.yml", "docker-compose.yml", "docker-compose.yaml"])("%s is overlooked from now on", (name) => {
    expect(warnings({ [name]: OTHER })).toEqual([
      `${name}: docker compose reads compose.yaml, and not ${name}, which lies beside it; carry over to the generated file what ${name} has and remove it, or name it in handWrittenFiles`,
    ]);
  });

  test("may go before one of ours", () => {
    expect(warnings({ "compose.yml": OTHER }, "docker-compose.yml")).toEqual([
      expect.stringContaining("docker compose reads compose.yml, and not docker-compose.yml"),
    ]);
  });

  test.each([
    ["in another folder", { "deploy/docker-compose.yml": OTHER }, undefined, []],
    ["beside a file that compose does not find", { "docker-compose.yml": OTHER }, "compose.dev.yaml", []],
    ["that is left to people", { "docker-compose.yml": OTHER }, undefined, ["docker-compose.yml"]],
    ["beside one that is left to people", { "compose.yaml": "", "compose.yml": "" }, undefined, ["compose.yaml"]],
  ])("%s is no matter", (_, files, fileName, left) => {
    expect(warnings(files as unknown as Record<string, string>, fileName, ...left)).toEqual([]);
  });

  test("that an earlier synth generated is no matter", () => {
    const outdir = folderWith({});
    const synth = (fileName: string) => {
      const project = new Project({ name: "orders", outdir });
      const warn = jest.spyOn(project.logger, "warn").mockImplementation();
      add(fileName)(project);
      synthesized(project);
      return warn.mock.calls;
    };
    synth("docker-compose.yml");
    expect(synth("compose.yaml")).toEqual([]);
  });
});

describe("a file that compose merges over ours", () => {
  const OVERRIDE = "services: { web: { environment: [DEBUG=1] }, app: { init: true } }\n";

  test.each([
    "compose.override.yml",
    "compose.override.yaml",
    "docker-compose.override.yml",
    "docker-compose.override.yaml",
  ])("%s is told where it changes a service that is not there", (name) => {
    expect(warnings({ [name]: OVERRIDE })).toEqual([
      `${name}: docker compose merges it over compose.yaml, which has no service "web", and it gives none an image; there are "app", "db"; give the service the same name in both`,
    ]);
  });

  test("is told once, the first that compose takes", () => {
    const files = { "compose.override.yml": OVERRIDE, "docker-compose.override.yml": OVERRIDE };
    expect(warnings(files)).toEqual([expect.stringMatching(/^compose.override.yml: /)]);
  });

  test.each([
    ["changes services that are there", "services: { app: { init: true } }\n"],
    ["adds a service", "services: { web: { image: nginx }, docs: { build: docs }, more: { extends: app } }\n"],
    ["has tags of compose", "services:\n  app:\n    ports: !reset []\n"],
    ["has no services", "volumes: {}\n"],
    ["is empty", ""],
    ["is no YAML", "services: [\n"],
  ])("is no matter where it %s", (_, text) => expect(warnings({ "compose.override.yaml": text })).toEqual([]));

  test("is read without a word of the parser", () => {
    const emitWarning = jest.spyOn(process, "emitWarning").mockImplementation();
    warnings({ "compose.override.yaml": "services: { app: { ports: !override [] } }\n" });
    expect(emitWarning).not.toHaveBeenCalled();
  });

  test("is no matter where it is left to people", () => {
    const files = { "compose.override.yaml": OVERRIDE };
    expect(warnings(files, undefined, "compose.override.yaml")).toEqual([]);
  });
});
