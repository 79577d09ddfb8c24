import { CodespacesAccess, CodespacesPermissions } from "../../src/dev-container/codespaces-permissions";
import type { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import type { DevContainerOptions } from "../../src/dev-container/dev-container-options";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { GpuRequirement } from "../../src/dev-container/host-requirements";
import { LifecycleCommand } from "../../src/dev-container/lifecycle-command";
import { LifecycleStep } from "../../src/dev-container/lifecycle-step";
import { PortAutoForward, PortProtocol } from "../../src/dev-container/port-attributes";
import { ShutdownAction, UserEnvProbe } from "../../src/dev-container/session";
import { SERVICE } from "./made";

const { argv, parallel, shell } = LifecycleCommand;
const WORKSPACE = { workspaceMount: DevContainerMount.bind(".", "/workspace"), workspaceFolder: "/workspace" };
const PORT = {
  label: "web",
  onAutoForward: PortAutoForward.OPEN_BROWSER,
  protocol: PortProtocol.HTTPS,
  requireLocalPort: true,
  elevateIfNeeded: false,
};

const EVERYWHERE: Partial<DevContainerOptions> = {
  name: "all",
  remoteUser: "app",
  containerUser: "app",
  updateRemoteUserUID: true,
  containerEnv: { A: "1" },
  remoteEnv: { B: "2" },
  mounts: [DevContainerMount.bind("data", "/data"), DevContainerMount.volume("v", "/v")],
  init: true,
  privileged: false,
  capAdd: ["SYS_PTRACE"],
  securityOpt: ["seccomp=unconfined"],
  portsAttributes: { "8000": { ...PORT, onAutoForward: PortAutoForward.OPEN_BROWSER_ONCE } },
  otherPortsAttributes: PORT,
  secrets: { TOKEN: { description: "of the registry", documentationUrl: "https://example.com/token" }, OTHER: {} },
  overrideCommand: true,
  userEnvProbe: UserEnvProbe.INTERACTIVE_SHELL,
  waitFor: LifecycleStep.POST_CREATE,
  hostRequirements: { cpus: 2, memory: "8gb", storage: "32gb", gpuCores: 2, gpuMemory: "8gb" },
  features: { "ghcr.io/devcontainers/features/node:1": { version: "22", installYarnUsingApt: false } },
  overrideFeatureInstallOrder: ["ghcr.io/devcontainers/features/node:1"],
  initializeCommand: shell("true"),
  onCreateCommand: argv(["true"]),
  updateContentCommand: parallel({ a: argv(["true"]), b: shell("true") }),
  postCreateCommand: shell("true"),
  postStartCommand: argv(["true"]),
  postAttachCommand: parallel({ a: shell("true") }),
  extensions: ["ms-python.python"],
  settings: { a: 1 },
  jetbrainsBackend: "PyCharm",
  jetbrainsPlugins: ["com.example"],
  jetbrainsSettings: { a: 1 },
  codespacesRepositories: {
    "acme/rules": CodespacesPermissions.of({ contents: CodespacesAccess.READ, issues: CodespacesAccess.WRITE }),
    "acme/*": CodespacesPermissions.READ_ALL,
  },
  codespacesOpenFiles: ["README.md"],
  codespacesDisableAutomaticConfiguration: true,
  customizations: { devpod: { prebuildRepository: "ghcr.io/acme/orders" }, vscode: { mcp: {} } },
};

/** The options with every property that goes with each source. */
export const EVERY_PROPERTY: [source: string, options: Partial<DevContainerOptions>][] = [
  ["an image", { ...EVERYWHERE, ...WORKSPACE }],
  [
    "a Dockerfile",
    {
      ...EVERYWHERE,
      ...WORKSPACE,
      source: DevContainerSource.dockerfile({ target: "dev", args: { A: "1" }, options: ["--pull"], cacheFrom: ["a"] }),
      runArgs: ["--gpus=all"],
      appPort: ["8000", "8080:80"],
      shutdownAction: ShutdownAction.STOP_CONTAINER,
      mounts: [
        DevContainerMount.bind("data", "/data", { readOnly: true }),
        DevContainerMount.tmpfs("/scratch"),
        DevContainerMount.of("type=volume,src=v,dst=/v,volume-nocopy"),
      ],
      hostRequirements: { gpu: GpuRequirement.REQUIRED },
    },
  ],
  [
    "a compose service",
    {
      ...EVERYWHERE,
      source: SERVICE,
      workspaceFolder: "/workspace",
      shutdownAction: ShutdownAction.STOP_COMPOSE,
      hostRequirements: { gpu: GpuRequirement.OPTIONAL },
    },
  ],
];

/** Adds what no option says. */
export function addTheRest(devContainer: DevContainer): void {
  devContainer.addForwardPort(8000);
  devContainer.addForwardHostPort("db", 5432, { onAutoForward: PortAutoForward.SILENT });
  devContainer.unsetRemoteEnv("C");
  if (devContainer.source.dockerfileOptions !== undefined)
    devContainer.addCacheFrom("ghcr.io/acme/orders/devcontainer");
}
