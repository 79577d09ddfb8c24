import fs from "node:fs";
import { Node } from "constructs";
import { LogLevel, Project } from "projen";
import { PythonContainer } from "../../src";
import * as compose from "../../src/compose/render/render-compose";
import * as devContainer from "../../src/dev-container/render-dev-container";
import * as parser from "../../src/dockerfile/parsed/read-instructions";
import * as dockerfile from "../../src/dockerfile/render-dockerfile";
import * as dockerignore from "../../src/dockerignore/render-dockerignore";
import * as facts from "../../src/pyproject/read-facts";
import { folderWith } from "../project-folder";

const PROJECT = '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.12"\ndependencies = ["flask"]\n';

/** A repository with so many Python projects, each with a container. */
function repository(count: number): Project {
  const names = Array.from({ length: count }, (_, at) => `p${at}`);
  const outdir = folderWith(Object.fromEntries(names.map((name) => [`${name}/pyproject.toml`, PROJECT])));
  const root = new Project({ name: "shop", outdir, logging: { level: LogLevel.OFF } });
  for (const name of names) {
    const parent = { parent: root, outdir: name, logging: { level: LogLevel.OFF } };
    new PythonContainer(new Project({ name, ...parent }), { command: ["orders"] });
  }
  return root;
}

/** How often something is done from the first project of a repository to the last file. */
function counted(count: number, spy: () => jest.SpyInstance, isCounted = (_: unknown) => true): number {
  const spied = spy();
  repository(count).synth();
  const found = spied.mock.contexts.filter(isCounted).length;
  spied.mockRestore();
  return found;
}

test("projects more make no walk through the whole tree more", () => {
  const walks = (count: number) =>
    counted(
      count,
      () => jest.spyOn(Node.prototype, "findAll"),
      (node) => (node as Node).scope === undefined,
    );
  expect(walks(4)).toBe(walks(2));
});

test.each(["lstatSync", "statSync", "existsSync", "readFileSync", "readdirSync", "openSync"] as const)(
  "each project costs as many calls of %s as the one before",
  (call) => {
    const [two, three, four] = [2, 3, 4].map((count) => counted(count, () => jest.spyOn(fs, call as never)));
    expect(four - three).toBe(three - two);
  },
);

test.each([
  ["a Dockerfile", () => jest.spyOn(dockerfile, "renderDockerfile")],
  ["a compose file", () => jest.spyOn(compose, "renderCompose")],
  ["a dev container", () => jest.spyOn(devContainer, "renderDevContainer")],
  ["a .dockerignore", () => jest.spyOn(dockerignore, "renderDockerignore")],
])("%s is rendered once in a synth", (_, spy) => expect(counted(2, spy)).toBe(2));

test("the text of a Dockerfile is parsed once for all checks", () =>
  expect(counted(2, () => jest.spyOn(parser, "readInstructions"))).toBe(2));

test("the facts of a project are read at its construction and in the synth", () =>
  expect(counted(2, () => jest.spyOn(facts, "readFacts"))).toBe(4));
