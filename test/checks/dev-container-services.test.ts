import { Project } from "projen";
import {
  type ComposeFile,
  type ComposeService,
  DevContainer,
  DevContainerSource,
  FileGuard,
  PythonContainer,
} from "../../src";
import { folderWith, synthesized } from "../project-folder";

const FILES = { "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\n', "uv.lock": "", "other.yaml": "" };

/** Synthesizes a Python project with a dev container that is a compose service. */
function synth(service: string, run: string[] = [], files?: string[], more = (_: ComposeFile): void => {}): void {
  const project = new Project({ name: "orders", outdir: folderWith(FILES) });
  const { compose } = new PythonContainer(project);
  compose.addService("db", { image: "postgres:17" });
  more(compose);
  const devContainer = new DevContainer(project, {
    variant: "service",
    source: DevContainerSource.composeService({ service, files }),
    workspaceFolder: "/workspace",
  });
  for (const name of run) devContainer.addRunService(name);
  synthesized(project);
}

test.each([
  ["the service itself", "dev-db", []],
  ["a service that is started", "app", ["mail"]],
])("%s is missed in the compose file", (_what, service, run) => {
  expect(() => synth(service, run)).toThrow(
    `.devcontainer/service/devcontainer.json: the service "${run[0] ?? service}" is in none of its compose files; their services are "app"`,
  );
});
test("those that are there are right", () => expect(() => synth("app", ["db"])).not.toThrow());
test("what people write may have any service", () => {
  expect(() => synth("app", ["mail"], ["compose.yaml", "other.yaml"])).not.toThrow();
});
test("a file that is included may have any service", () => {
  expect(() =>
    synth("app", ["mail"], undefined, (compose) => compose.addInclude({ paths: ["other.yaml"] })),
  ).not.toThrow();
});
test("a service may be there by an override", () => {
  expect(() =>
    synth("app", ["mail"], undefined, ({ file }) => file.addOverride("services.mail.image", "mail")),
  ).not.toThrow();
});
test("a compose file that is left to people may have any service", () => {
  expect(() =>
    synth("app", ["mail"], undefined, ({ project }) => FileGuard.of(project).leave(project, "compose.yaml")),
  ).not.toThrow();
});
test("a service that is left out of the file is missed", () => {
  const left = (compose: ComposeFile) => {
    const applyDefaults = (service: ComposeService) => service.configure({ image: "mail", omitIfUnused: true });
    compose.addService("mail").addDefaults({ applyDefaults });
  };
  expect(() => synth("app", ["mail"], undefined, left)).toThrow('the service "mail" is in none');
});
