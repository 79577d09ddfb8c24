import { Project } from "projen";
import {
  ComposeFile,
  ContainerChecks,
  DependencyCondition,
  DevContainer,
  DevContainerMount,
  type DevContainerProperties,
  DevContainerSource,
  PythonContainer,
  ServiceVolume,
  StageBase,
} from "../../src";
import { mistakeOf } from "../../src/findings/report";
import { folderWith } from "../project-folder";

const FILES = {
  "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\n[project.scripts]\norders = "orders:main"\n',
  "uv.lock": "",
  "orders/__init__.py": "",
};

/** What is said by a rule of a Python project with more in it. */
function saidBy(rule: string, add: (container: PythonContainer, project: Project) => void): string[] {
  const project = new Project({ name: "orders", outdir: folderWith(FILES) });
  add(new PythonContainer(project), project);
  const { errors, warnings } = ContainerChecks.of(project)._findings();
  return [...errors, ...warnings].filter((each) => each.rule === rule).map((each) => mistakeOf(each).message);
}

const onService =
  (volume: ServiceVolume, name = "app") =>
  (container: PythonContainer) =>
    container.compose.findService(name).addVolume(volume);
const onDesk = (properties: DevContainerProperties) => (container: PythonContainer) =>
  container.devContainer?.configure(properties);

/** What overrides the file of a dev container that is made of a stage. */
const onDeskFile = (key: string, value: string) => (_: PythonContainer, project: Project) => {
  const source = DevContainerSource.dockerfile({ target: "dev" });
  new DevContainer(project, { variant: "b", source }).file.addOverride(key, value);
};

test.each<[string, (container: PythonContainer) => void, string]>([
  ["a volume at the environment", onService(ServiceVolume.anonymous("/opt/venv")), 'a mount at "/opt/venv" hides'],
  ["a bind mount above it", onService(ServiceVolume.bind(".", "/opt/")), 'hides "/opt/venv"'],
  [
    "a volume above that of development",
    onService(ServiceVolume.anonymous("/home/dev"), "dev"),
    'a mount at "/home/dev" hides "/home/dev/venv"',
  ],
  [
    "a bind mount of a package in it",
    onService(ServiceVolume.bind("orders", "/opt/venv/lib/python3.13/site-packages/orders")),
    'hides a part of "/opt/venv"',
  ],
  ["a volume at its programs", onService(ServiceVolume.anonymous("/opt/venv/bin")), 'hides a part of "/opt/venv"'],
  [
    "a volume over one of raw text",
    ({ dockerfile, compose }) => {
      dockerfile.addStage("worker", StageBase.image("debian:13-slim")).addRaw("ENV VIRTUAL_ENV=/srv/venv");
      compose.addService("worker", { imageBuild: { target: "worker" }, volumes: [ServiceVolume.anonymous("/srv")] });
    },
    'hides "/srv/venv"',
  ],
  ["tmpfs", ({ compose }) => compose.findService("app").configure({ tmpfs: ["/opt:size=1m"] }), 'a mount at "/opt"'],
  [
    "a mount of the dev container",
    onDesk({ mounts: [DevContainerMount.volume("home", "/home/dev")] }),
    'devcontainer.json: a mount at "/home/dev" hides "/home/dev/venv"',
  ],
])("an environment that %s hides is told", (_, add, reason) => {
  expect(saidBy("HiddenVirtualEnv", add)).toEqual([expect.stringContaining(reason)]);
});

test.each<[string, (container: PythonContainer) => void]>([
  ["nothing", () => {}],
  ["what is mounted beside it", onService(ServiceVolume.anonymous("/opt/venvs"))],
  ["what is mounted below it", onService(ServiceVolume.anonymous("/opt/venv/share/orders"))],
])("nothing hides an environment: %s", (_, add) => expect(saidBy("HiddenVirtualEnv", add)).toEqual([]));

const waiting =
  (healthCheck?: { readonly command: string[] }) =>
  ({ compose }: PythonContainer) => {
    const app = compose.findService("app");
    if (healthCheck !== undefined) app.configure({ healthCheck });
    compose.addService("mail", { image: "mail:2.1" }).addDependency(app, DependencyCondition.HEALTHY);
  };
test("a stage without a health check is told to who waits for its health", () => {
  expect(saidBy("DependencyNeverHealthy", waiting())).toEqual([
    expect.stringContaining('"mail" waits until it is healthy, and the stage "app" has no HEALTHCHECK'),
  ]);
});
test.each<[string, (container: PythonContainer) => void]>([
  ["a service has one itself", waiting({ command: ["orders", "--check"] })],
  [
    "raw text of the stage has one",
    (container) => {
      container.dockerfile.findStage("app").addRaw("HEALTHCHECK CMD orders --check");
      waiting()(container);
    },
  ],
  [
    "the stage has one",
    (container) => {
      container.dockerfile.findStage("app").addHealthCheck(["orders", "--check"]);
      waiting()(container);
    },
  ],
])("nothing is said of health where %s", (_, add) => expect(saidBy("DependencyNeverHealthy", add)).toEqual([]));

test.each([
  ["vscode", [expect.stringContaining('remoteUser is "vscode", whom no command of Dockerfile adds')]],
  ["dev", []],
  ["root", []],
])("the dev container's user %s", (remoteUser, told) => {
  const add = (_: PythonContainer, project: Project) =>
    new DevContainer(project, { variant: "b", source: DevContainerSource.dockerfile({ target: "dev" }), remoteUser });
  expect(saidBy("UnknownRemoteUser", add)).toEqual(told);
});

test.each<[string, string, (container: PythonContainer, project: Project) => void]>([
  [
    "UnknownTarget",
    'compose.yaml service "app"',
    ({ compose }) => compose.file.addOverride("services.app.build.target", "nope"),
  ],
  [
    "UndeclaredBuildArg",
    'argument "NOPE"',
    ({ compose }) => compose.file.addOverride("services.app.build.args.NOPE", "1"),
  ],
  ["UnknownTarget", "devcontainer.json", onDeskFile("build.target", "nope")],
  ["UndeclaredBuildArg", 'argument "NOPE"', onDeskFile("build.args.NOPE", "1")],
  ["UnknownRemoteUser", 'remoteUser is "vscode"', onDeskFile("remoteUser", "vscode")],
  [
    "UndeclaredBuildArg",
    "no ARG of that name in the stages that are built",
    ({ dockerfile, compose }) => {
      dockerfile.addStage("other", StageBase.image("debian:13-slim")).addArg("OTHER", { default: "1" });
      compose.file.addOverride("services.app.build.args.OTHER", "1");
    },
  ],
])("%s sees what an override brings: %s", (rule, reason, add) => {
  expect(saidBy(rule, add)).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ["one port", 8000, 'the service "proxy" of more.yaml'],
  ["another port", 9000, undefined],
])("two compose files of a dev container with %s", (_, published, other) => {
  const found = saidBy("DuplicateHostPort", (container, project) => {
    const more = new ComposeFile(project, { fileName: "more.yaml" });
    more.addService("proxy", { image: "proxy:1", ports: [{ target: 80, published: 8000 }] });
    container.compose.addService("web", { image: "web:1", ports: [{ target: 80, published }] });
    const source = DevContainerSource.composeService({ service: "dev", files: ["more.yaml", "compose.yaml"] });
    new DevContainer(project, { variant: "b", source, workspaceFolder: "/workspace" });
  });
  expect(found).toEqual(other === undefined ? [] : [expect.stringContaining(other)]);
});
