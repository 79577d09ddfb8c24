import type { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import type { DevContainerOptions } from "../../src/dev-container/dev-container-options";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { GpuRequirement } from "../../src/dev-container/host-requirements";
import { LifecycleStep } from "../../src/dev-container/lifecycle-step";
import { PortAutoForward } from "../../src/dev-container/port-attributes";
import { ShutdownAction } from "../../src/dev-container/session";
import { ContainerChecks } from "../../src/findings/container-checks";
import { made, madeInCompose } from "./made";

const mount = DevContainerMount.bind(".", "/src");
const volume = DevContainerMount.volume("src", "/src");

describe("of an image or a Dockerfile", () => {
  test.each<[Partial<DevContainerOptions>, string]>([
    [{ workspaceFolder: "src" }, "is not an absolute path"],
    [
      { workspaceFolder: "/src" },
      'workspaceFolder "/src" is not in the container; the project is mounted at /workspaces/ and the folder\'s name; give the workspaceMount that shows it there, such as DevContainerMount.bind(".", "/src")',
    ],
    [{ workspaceFolder: "/srcs", workspaceMount: mount }, 'the project is mounted at "/src"'],
    [{ workspaceMount: mount }, "workspaceFolder is missing; with a workspaceMount the editor would still open"],
    [{ remoteUser: "app:app" }, 'remoteUser "app:app" is not valid; it is a user\'s name, without a group'],
    [{ remoteUser: "" }, 'write "app"'],
    [
      { remoteUser: "1000" },
      'remoteUser "1000" is a number; the Dev Containers CLI gives the host\'s user id to a named',
    ],
    [{ remoteUser: "root", updateRemoteUserUID: true }, 'updateRemoteUserUID has no effect for the user "root"'],
    [{ containerUser: "1000:1000", updateRemoteUserUID: true }, 'has no effect for the user "1000:1000"'],
    [
      { containerUser: "app", runArgs: ["--user=other"] },
      'containerUser "app" has no effect; runArgs has "--user=other"',
    ],
    [
      { runArgs: ["--entrypoint", "/a"] },
      'runArgs has "--entrypoint"; the CLI gives its own after it; leave it out; where the image\'s own is meant, set overrideCommand to false',
    ],
    [{ remoteUser: `\${localEnv:USER}:app` }, "without a group"],
    [{ workspaceFolder: "/src", runArgs: ["--env", "A=--volume"] }, 'workspaceFolder "/src" is not in the container'],
    [{ runArgs: ["-d"] }, 'runArgs has "-d"; the CLI attaches to the container'],
    [{ appPort: ["web"] }, 'appPort "web" is not valid'],
    [{ appPort: ["8000:"] }, 'appPort "8000:" is not valid'],
    [{ shutdownAction: ShutdownAction.STOP_COMPOSE }, "use ShutdownAction.STOP_CONTAINER"],
    [{ waitFor: LifecycleStep.POST_ATTACH }, "use an earlier LifecycleStep"],
    [
      { otherPortsAttributes: { onAutoForward: PortAutoForward.OPEN_BROWSER_ONCE } },
      "otherPortsAttributes.onAutoForward is openBrowserOnce",
    ],
    [{ overrideFeatureInstallOrder: ["git"] }, 'the feature "git" is not valid'],
    [{ hostRequirements: { cpus: 0.5 } }, "hostRequirements.cpus is 0.5"],
    [{ hostRequirements: { gpuCores: 0 } }, "hostRequirements.gpuCores is 0"],
    [{ hostRequirements: { memory: "8GB" } }, 'hostRequirements.memory is "8GB"'],
    [{ hostRequirements: { storage: "8 gb" } }, 'hostRequirements.storage is "8 gb"'],
    [{ hostRequirements: { gpuMemory: "8G" } }, 'hostRequirements.gpuMemory is "8G"'],
    [{ hostRequirements: { gpu: GpuRequirement.OPTIONAL, gpuCores: 2 } }, "hostRequirements.gpu is optional"],
    [{ containerEnv: { PATH: `/a:\${containerEnv:PATH}` } }, "use addRemoteEnv"],
  ])("%j is refused", (options, reason) => expect(() => made(options).written()).toThrow(reason));

  test.each<Partial<DevContainerOptions>>([
    { workspaceFolder: "/workspaces/orders/src" },
    { workspaceFolder: "/src/app", workspaceMount: mount },
    { workspaceFolder: "/src", mounts: [volume] },
    { workspaceFolder: "/", workspaceMount: DevContainerMount.bind(".", "/") },
    { workspaceFolder: `/workspaces/\${localWorkspaceFolderBasename}` },
    { workspaceFolder: `\${localEnv:FOLDER}/src` },
    { workspaceFolder: "/src", runArgs: ["-v", "/data:/src"] },
    { workspaceFolder: "/src", runArgs: ["-v/data:/src"] },
    { workspaceFolder: "/src", runArgs: ["--volume=/data:/src"] },
    { workspaceFolder: "/src", runArgs: ["--mount", "type=bind,source=/data,target=/src"] },
    { remoteUser: `\${localEnv:USER}` },
    { remoteUser: `\${localEnv:USER:dev}`, updateRemoteUserUID: true },
    { remoteUser: "1000", updateRemoteUserUID: false },
    { remoteUser: "app", containerUser: "root", updateRemoteUserUID: true },
    { runArgs: ["--user", "app"] },
    { runArgs: ["--device", "/dev/kvm"], containerUser: "app" },
    { containerEnv: { A: "two\nlines" } },
  ])("%j is right", (options) => expect(() => made(options).written()).not.toThrow());

  test("a workspaceFolder is right where something is mounted there later", () => {
    const { devContainer, written } = made({ workspaceFolder: "/work" });
    devContainer.addMount(DevContainerMount.bind(".", "/work"));
    expect(written).not.toThrow();
  });

  test.each([
    ["--target=other", 'give the option "target" of DevContainerSource.dockerfile'],
    ["--file=other", 'give the option "dockerfile"'],
    ["--push", "DevContainerPrebuild pushes the image"],
    ["", "leave it out"],
  ])("the build option %s is refused", (option, fix) => {
    const { devContainer } = made({ source: DevContainerSource.dockerfile() });
    expect(() => devContainer.addBuildOption(option)).toThrow(fix);
    expect(() => DevContainerSource.dockerfile({ options: [option, "a"] })).toThrow(fix);
  });
});

describe("of a compose service", () => {
  test.each<[Partial<DevContainerOptions>, string]>([
    [{ runArgs: ["--init"] }, "runArgs has no effect"],
    [{ appPort: ["8000"] }, "appPort has no effect"],
    [{ workspaceMount: volume }, "workspaceMount has no effect"],
    [{ workspaceFolder: undefined }, "workspaceFolder is missing; a compose service needs it"],
    [{ containerUser: "1000" }, 'containerUser "1000" is rejected by compose'],
    [{ remoteUser: "1000" }, 'remoteUser "1000" is a number'],
    [{ shutdownAction: ShutdownAction.STOP_CONTAINER }, "use ShutdownAction.STOP_COMPOSE"],
    [{ containerEnv: { A: "two\nlines" } }, "makes two characters of a line break; set it in the service"],
    [{ mounts: [DevContainerMount.volume("a", "/a", { readOnly: true })] }, 'the mount at "/a" would not be read-only'],
    [{ mounts: [DevContainerMount.tmpfs("/a")] }, 'the mount at "/a" would be no tmpfs, but a volume'],
    [{ mounts: [DevContainerMount.of("type=bind,src=/a,dst=/a,consistency=cached")] }, "would lose consistency"],
  ])("%j is refused", (options, reason) => expect(() => madeInCompose(options).written()).toThrow(reason));

  test.each<Partial<DevContainerOptions>>([
    { containerUser: "1000:1000" },
    { containerEnv: { A: `\${localEnv:A}$` } },
    { workspaceFolder: "/src" },
    { mounts: [DevContainerMount.of("type=volume,src=a,dst=/a,external=true")] },
    { init: true, privileged: true, capAdd: ["SYS_PTRACE"], securityOpt: ["seccomp=unconfined"] },
  ])("%j is right", (options) => expect(() => madeInCompose(options).written()).not.toThrow());

  test.each<[string, (to: DevContainer) => void]>([
    ['the build option "--pull" would have no effect', (to) => to.addBuildOption("--pull")],
    ['the cache "a/b" would have no effect', (to) => to.addCacheFrom("a/b")],
  ])("%s", (message, add) => {
    expect(() => add(madeInCompose().devContainer)).toThrow(`${message}; it is for a stage of a Dockerfile`);
    expect(() => add(madeInCompose().devContainer)).toThrow("set it in the build of the compose file's service");
  });

  test("a refusal says what to do instead", () => {
    expect(() => madeInCompose({ appPort: ["8000"] })).toThrow("forward the port with addForwardPort");
  });
});

describe("rights on the host", () => {
  test.each<[Partial<DevContainerOptions>, string[]]>([
    [{ runArgs: ["--privileged"] }, ["PrivilegedService"]],
    [{ privileged: true }, ["PrivilegedService"]],
    [{ runArgs: ["-v", "/var/run/docker.sock:/var/run/docker.sock"] }, ["DockerSocketMounted"]],
    [{ mounts: [DevContainerMount.bind("/var/run/docker.sock", "/var/run/docker.sock")] }, ["DockerSocketMounted"]],
    [{ runArgs: ["--privileged=false", "--env", "A=docker"] }, []],
  ])("%j", (options, found) => {
    const { warnings } = ContainerChecks.of(made(options).devContainer)._findings();
    expect(warnings.map(({ rule }) => rule)).toEqual(found);
  });
});
