import { CodespacesAccess, CodespacesPermissions } from "../../src/dev-container/codespaces-permissions";
import { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import type { DevContainerOptions } from "../../src/dev-container/dev-container-options";
import { GpuRequirement } from "../../src/dev-container/host-requirements";
import { LifecycleCommand } from "../../src/dev-container/lifecycle-command";
import { LifecycleStep } from "../../src/dev-container/lifecycle-step";
import { PortAutoForward } from "../../src/dev-container/port-attributes";
import { ShutdownAction, UserEnvProbe } from "../../src/dev-container/session";
import { bareProject, synthesized } from "../project-folder";
import { IMAGE, made } from "./made";

const shell = LifecycleCommand.shell;

describe("the file", () => {
  test("of a variant lies in a folder of that name, beside others", () => {
    const project = bareProject();
    new DevContainer(project, { source: IMAGE });
    new DevContainer(project, { source: IMAGE, variant: "ci" });
    expect(Object.keys(synthesized(project)).filter((path) => path.startsWith(".devcontainer"))).toEqual([
      ".devcontainer/ci/devcontainer.json",
      ".devcontainer/devcontainer.json",
    ]);
  });
  test.each(["", "a/b", "..", "a b"])("has no variant like %j", (variant) => {
    expect(() => made({ variant })).toThrow(`the variant ${JSON.stringify(variant)} is not valid`);
  });
  test.each([
    [{}, "orders"],
    [{ variant: "ci" }, "orders (ci)"],
    [{ variant: "ci", name: "Checks" }, "Checks"],
  ])("with %j is named %s", (options, name) => expect(made(options).written().name).toBe(name));
  test("says no more than it was told", () => {
    expect(made().written()).toEqual({ name: "orders", image: "python:3.13" });
  });
  test("can be overridden", () => {
    const { devContainer, written } = made();
    devContainer.file.addOverride("$schema", "https://example.com/schema.json");
    expect(written().$schema).toBe("https://example.com/schema.json");
  });
});

describe("options of one value", () => {
  test.each<[keyof DevContainerOptions, unknown, unknown]>([
    ["workspaceFolder", "/workspaces/orders/", "/workspaces/orders"],
    ["workspaceFolder", `\${localWorkspaceFolder}`, `\${localWorkspaceFolder}`],
    ["remoteUser", "app", "app"],
    ["containerUser", "1000:1000", "1000:1000"],
    ["updateRemoteUserUID", false, false],
    ["runArgs", ["--gpus=all"], ["--gpus=all"]],
    ["appPort", ["8000", "8000:80", "127.0.0.1::80/udp"], [8000, "8000:80", "127.0.0.1::80/udp"]],
    ["appPort", [`\${localEnv:PORT}:80`], [`\${localEnv:PORT}:80`]],
    ["init", true, true],
    ["privileged", false, false],
    ["capAdd", ["SYS_PTRACE"], ["SYS_PTRACE"]],
    ["securityOpt", ["seccomp=unconfined"], ["seccomp=unconfined"]],
    ["shutdownAction", ShutdownAction.STOP_CONTAINER, "stopContainer"],
    ["overrideCommand", false, false],
    ["userEnvProbe", UserEnvProbe.LOGIN_SHELL, "loginShell"],
    ["waitFor", LifecycleStep.POST_CREATE, "postCreateCommand"],
    [
      "hostRequirements",
      { cpus: 2, memory: "8gb", gpu: GpuRequirement.REQUIRED },
      { cpus: 2, memory: "8gb", gpu: true },
    ],
    ["hostRequirements", { gpu: GpuRequirement.OPTIONAL }, { gpu: "optional" }],
    ["hostRequirements", { gpuCores: 2, gpuMemory: "8gb" }, { gpu: { cores: 2, memory: "8gb" } }],
    [
      "otherPortsAttributes",
      { onAutoForward: PortAutoForward.IGNORE, label: "other" },
      { onAutoForward: "ignore", label: "other" },
    ],
    [
      "overrideFeatureInstallOrder",
      ["ghcr.io/a/b:1", "./.devcontainer/tools", "https://a.example/devcontainer-feature-c.tgz"],
      ["ghcr.io/a/b", "./tools", "https://a.example/devcontainer-feature-c.tgz"],
    ],
  ])("%s %j is written as %j", (name, value, written) => {
    expect(made({ [name]: value }).written()[name]).toEqual(written);
  });
  test("a codespace does nothing of itself where it is told so", () => {
    expect(made({ codespacesDisableAutomaticConfiguration: true }).written().customizations).toEqual({
      codespaces: { disableAutomaticConfiguration: true },
    });
  });
  test.each([
    [".", `\${localWorkspaceFolder}`],
    ["..", `\${localWorkspaceFolder}/..`],
  ])("workspaceMount of %s is written as text", (source, written) => {
    const options = { workspaceMount: DevContainerMount.bind(source, "/src"), workspaceFolder: "/src" };
    expect(made(options).written().workspaceMount).toBe(`type=bind,source=${written},target=/src`);
  });
});

describe("what grows by calls", () => {
  test("can be given by options as well", () => {
    const mount = DevContainerMount.volume("cache", "/home/app/.cache");
    const options: Partial<DevContainerOptions> = {
      containerEnv: { A: "1" },
      remoteEnv: { B: "2" },
      mounts: [mount],
      forwardPorts: [8000],
      portsAttributes: { "4000-5000": { onAutoForward: PortAutoForward.IGNORE } },
      features: { "ghcr.io/devcontainers/features/git:1": { version: "latest" } },
      extensions: ["ms-python.python"],
      settings: { "editor.formatOnSave": true },
      jetbrainsBackend: "PyCharm",
      jetbrainsPlugins: ["com.example"],
      jetbrainsSettings: { a: 1 },
      secrets: { TOKEN: { description: "of the registry" } },
      codespacesRepositories: { "acme/rules": CodespacesPermissions.WRITE_ALL },
      codespacesOpenFiles: ["README.md"],
      customizations: { devpod: { a: 1 } },
    };
    const { devContainer, written } = made();
    devContainer.addSecret("TOKEN", { description: "of the registry" });
    devContainer.addCodespacesRepository("acme/rules", CodespacesPermissions.WRITE_ALL);
    devContainer.addCodespacesOpenFile("./README.md");
    devContainer.addCustomization("devpod", "a", 1);
    devContainer.addContainerEnv("A", "1");
    devContainer.addRemoteEnv("B", "2");
    devContainer.addMount(mount);
    devContainer.addForwardPort(8000);
    devContainer.addPortAttributes("4000-5000", { onAutoForward: PortAutoForward.IGNORE });
    devContainer.addFeature("ghcr.io/devcontainers/features/git:1", { version: "latest" });
    devContainer.addExtension("ms-python.python");
    devContainer.addSetting("editor.formatOnSave", true);
    devContainer.addJetbrainsPlugin("com.example");
    devContainer.addJetbrainsSetting("a", 1);
    devContainer.file.addOverride("customizations.jetbrains.backend", "PyCharm");
    expect(made(options).written()).toEqual(written());
  });

  test.each<[string, (to: DevContainer) => void, Record<string, unknown>]>([
    [
      "an unwanted extension",
      (to) => to.addExtension("-a.b"),
      { customizations: { vscode: { extensions: ["-a.b"] } } },
    ],
    ["a setting of null", (to) => to.addSetting("a", null), { customizations: { vscode: { settings: { a: null } } } }],
    ["a variable that is taken away", (to) => to.unsetRemoteEnv("A"), { remoteEnv: { A: null } }],
    [
      "a port with attributes",
      (to) => to.addForwardPort(80, { label: "web" }),
      { forwardPorts: [80], portsAttributes: { "80": { label: "web" } } },
    ],
    [
      "a port of another service",
      (to) => to.addForwardHostPort("db", 5432, { label: "database" }),
      { forwardPorts: ["db:5432"], portsAttributes: { "db:5432": { label: "database" } } },
    ],
    [
      "a bind mount",
      (to) => to.addMount(DevContainerMount.bind("data", "/data")),
      { mounts: [{ type: "bind", source: `\${localWorkspaceFolder}/data`, target: "/data" }] },
    ],
    [
      "a bind mount of the host",
      (to) => to.addMount(DevContainerMount.bind("/a", "/a/")),
      { mounts: [{ type: "bind", source: "/a", target: "/a" }] },
    ],
    [
      "a read-only mount",
      (to) => to.addMount(DevContainerMount.bind(`\${localEnv:HOME}/.ssh`, "/ssh", { readOnly: true })),
      { mounts: [`type=bind,source=\${localEnv:HOME}/.ssh,target=/ssh,readonly`] },
    ],
    [
      "a volume of this folder",
      (to) => to.addMount(DevContainerMount.volume(`v-\${devcontainerId}`, "/v")),
      { mounts: [{ type: "volume", source: `v-\${devcontainerId}`, target: "/v" }] },
    ],
    ["a mount in memory", (to) => to.addMount(DevContainerMount.tmpfs("/a")), { mounts: ["type=tmpfs,target=/a"] }],
    [
      "a mount in docker's words",
      (to) => to.addMount(DevContainerMount.of("type=bind, src=/a,dst=/a/,ro,consistency=cached")),
      { mounts: ["type=bind,source=/a,target=/a,readonly,consistency=cached"] },
    ],
    [
      "a mount whose words an object has too",
      (to) => to.addMount(DevContainerMount.of("type=volume,source=a,destination=/a")),
      { mounts: [{ type: "volume", source: "a", target: "/a" }] },
    ],
    ["a secret without a word", (to) => to.addSecret("TOKEN"), { secrets: { TOKEN: {} } }],
    [
      "repositories of a codespace",
      (to) => {
        to.addCodespacesRepository("a/b", CodespacesPermissions.of({ issues: CodespacesAccess.WRITE }));
        to.addCodespacesRepository("a/*", CodespacesPermissions.READ_ALL);
      },
      {
        customizations: {
          codespaces: {
            repositories: { "a/b": { permissions: { issues: "write" } }, "a/*": { permissions: "read-all" } },
          },
        },
      },
    ],
    [
      "what a tool reads besides",
      (to) => {
        to.addExtension("a.b");
        to.addCustomization("vscode", "mcp", { servers: {} });
      },
      { customizations: { vscode: { extensions: ["a.b"], mcp: { servers: {} } } } },
    ],
    ["a local feature", (to) => to.addFeature("./.devcontainer/tools"), { features: { "./tools": {} } }],
    [
      "a feature by address",
      (to) => to.addFeature("https://example.com/devcontainer-feature-a.tgz"),
      { features: { "https://example.com/devcontainer-feature-a.tgz": {} } },
    ],
  ])("%s", (_what, add, written) => {
    const one = made();
    add(one.devContainer);
    expect(one.written()).toEqual({ name: "orders", image: "python:3.13", ...written });
  });

  test("a local feature is found from a variant", () => {
    const { devContainer, written } = made({ variant: "ci" });
    devContainer.addFeature("./.devcontainer/tools");
    expect(Object.keys(written().features)).toEqual(["../tools"]);
  });
  test("the same twice is one", () => {
    const { devContainer, written } = made({ extensions: ["a.b"], forwardPorts: [80] });
    devContainer.addExtension("a.b");
    devContainer.addForwardPort(80);
    expect([written().customizations.vscode.extensions, written().forwardPorts]).toEqual([["a.b"], [80]]);
  });

  test.each<[string, (to: DevContainer) => void]>([
    ['containerEnv "A" is "1" and "2"', (to) => ["1", "2"].forEach((value) => void to.addContainerEnv("A", value))],
    ['remoteEnv "A" is "1" and null', (to) => [to.addRemoteEnv("A", "1"), to.unsetRemoteEnv("A")]],
    ['settings "a" is 1 and 2', (to) => [1, 2].forEach((value) => void to.addSetting("a", value))],
    ['extensions "a.b" is "a.b" and "-A.b"', (to) => ["a.b", "-A.b"].forEach((id) => void to.addExtension(id))],
    ['features "ghcr.io/a/b"', (to) => ["ghcr.io/a/b:1", "ghcr.io/a/b:2"].forEach((id) => void to.addFeature(id))],
    ['mounts "/a"', (to) => ["a", "b"].forEach((name) => void to.addMount(DevContainerMount.volume(name, "/a")))],
    [
      'secrets "A" is {} and {"description":"a"}',
      (to) => [{}, { description: "a" }].forEach((secret) => void to.addSecret("A", secret)),
    ],
    [
      'codespacesRepositories "a/b"',
      (to) =>
        [CodespacesPermissions.READ_ALL, CodespacesPermissions.WRITE_ALL].forEach(
          (permissions) => void to.addCodespacesRepository("a/b", permissions),
        ),
    ],
    ['customizations.devpod "a" is 1 and 2', (to) => [1, 2].forEach((n) => void to.addCustomization("devpod", "a", n))],
    ['portsAttributes "80"', (to) => ["a", "b"].forEach((label) => void to.addForwardPort(80, { label }))],
  ])("two values of one key conflict: %s", (message, add) => {
    expect(() => add(made().devContainer)).toThrow(`.devcontainer/devcontainer.json: ${message}`);
  });

  test.each<[string, (to: DevContainer) => void]>([
    ['the extension "python" is not valid', (to) => to.addExtension("python")],
    ['the extension "--a.b" is not valid', (to) => to.addExtension("--a.b")],
    ["settings has an empty key", (to) => to.addSetting("", 1)],
    ['settings has no value for "a"', (to) => to.addSetting("a", undefined)],
    ['the environment variable "A-B" is not valid', (to) => to.addContainerEnv("A-B", "1")],
    [
      'the environment variable A is 1; devcontainer.json takes text alone; write "1"',
      (to) => to.addRemoteEnv("A", 1 as unknown as string),
    ],
    ["0 is not a port", (to) => to.addForwardPort(0)],
    ['the host "my_db" can\'t be forwarded from', (to) => to.addForwardHostPort("my_db", 5432)],
    ['the feature "git" is not valid', (to) => to.addFeature("git")],
    ['move it to "./.devcontainer/tools"', (to) => to.addFeature("./tools")],
    [
      'the feature "https://example.com/a.tgz" is not valid; an address ends with devcontainer-feature-',
      (to) => to.addFeature("https://example.com/a.tgz"),
    ],
    [
      'the option "version" of the feature "ghcr.io/a/b:1" is 20; an option is text, or true or false; write "20"',
      (to) => to.addFeature("ghcr.io/a/b:1", { version: 20 }),
    ],
    ['the environment variable "A-B" is not valid', (to) => to.addSecret("A-B")],
    [
      'the documentationUrl of the secret A "example" is not valid',
      (to) => to.addSecret("A", { documentationUrl: "example" }),
    ],
    [
      'the repository "rules" is not valid',
      (to) => to.addCodespacesRepository("rules", CodespacesPermissions.READ_ALL),
    ],
    ["nothing is listed", (to) => to.addCodespacesRepository("a/b", CodespacesPermissions.of({}))],
    ["is not a path from the project's folder", (to) => to.addCodespacesOpenFile("/a")],
    ["use addExtension", (to) => to.addCustomization("vscode", "extensions", [])],
    ["use the option jetbrainsBackend", (to) => to.addCustomization("jetbrains", "backend", "PyCharm")],
    ['"target=/a" has no type', (to) => to.addMount(DevContainerMount.of("target=/a"))],
    ['"type=tmpfs" has no target', (to) => to.addMount(DevContainerMount.of("type=tmpfs"))],
    ["is not an absolute path", (to) => to.addMount(DevContainerMount.of("type=tmpfs,target=a"))],
    ["nothing expands the ~", (to) => to.addMount(DevContainerMount.bind("~/.ssh", "/ssh"))],
    ["has a comma", (to) => to.addMount(DevContainerMount.bind("a,b", "/a"))],
    ["is not an absolute path", (to) => to.addMount(DevContainerMount.bind("a", "a"))],
    ['the volume "./a" is not valid', (to) => to.addMount(DevContainerMount.volume("./a", "/a"))],
  ])("refused: %s", (message, add) => expect(() => add(made().devContainer)).toThrow(message));
});

describe("commands", () => {
  test("given by an option stand alone", () => {
    expect(made({ postCreateCommand: shell("make") }).written().postCreateCommand).toBe("make");
  });
  test("given as words have no shell", () => {
    const { written } = made({ onCreateCommand: LifecycleCommand.argv(["echo", "$A"]) });
    expect(written().onCreateCommand).toEqual(["echo", "$A"]);
  });
  test("of one step run in parallel, under their names", () => {
    const { devContainer, written } = made({ postStartCommand: LifecycleCommand.parallel({ a: shell("one") }) });
    devContainer.addCommand(LifecycleStep.POST_START, "b", LifecycleCommand.argv(["two"]));
    expect(written().postStartCommand).toEqual({ a: "one", b: ["two"] });
  });
  test("are written in the order in which they run", () => {
    const { devContainer, written } = made();
    for (const step of Object.values(LifecycleStep).reverse()) devContainer.addCommand(step, "a", shell("one"));
    expect(Object.keys(written()).slice(2)).toEqual(Object.values(LifecycleStep));
  });
  test("are not joined by others where the step has one as a whole", () => {
    const { devContainer } = made({ postCreateCommand: shell("make") });
    expect(() => devContainer.addCommand(LifecycleStep.POST_CREATE, "a", shell("one"))).toThrow(
      'postCreateCommand is set as a whole, and "a" besides; use LifecycleCommand.parallel',
    );
  });
  test("do not run in parallel within each other", () => {
    const parallel = LifecycleCommand.parallel({ a: shell("one") });
    expect(() => LifecycleCommand.parallel({ b: parallel })).toThrow("a parallel command stands inside another");
    expect(() => made().devContainer.addCommand(LifecycleStep.POST_START, "b", parallel)).toThrow("inside another");
  });
  test.each([() => shell(" "), () => LifecycleCommand.argv([]), () => LifecycleCommand.parallel({})])(
    "are not empty: %s",
    (make) => expect(make).toThrow("there is no command"),
  );
});
