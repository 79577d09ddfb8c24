import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2019, { type ValidateFunction } from "ajv/dist/2019";
import addFormats from "ajv-formats";
import type { DevContainer } from "../../src/dev-container/dev-container";
import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import type { DevContainerOptions } from "../../src/dev-container/dev-container-options";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { GpuRequirement } from "../../src/dev-container/host-requirements";
import { LifecycleCommand } from "../../src/dev-container/lifecycle-command";
import { LifecycleStep } from "../../src/dev-container/lifecycle-step";
import { PortAutoForward, PortProtocol } from "../../src/dev-container/port-attributes";
import { ShutdownAction, UserEnvProbe } from "../../src/dev-container/session";
import { made, SERVICE } from "./made";

const SCHEMA = join(__dirname, "../../../shared/schemas/devContainer.base.schema.json");
const withSchema = existsSync(SCHEMA) ? describe : describe.skip;

const EVERYWHERE: Partial<DevContainerOptions> = {
  name: "all",
  workspaceFolder: "/workspace",
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
  portsAttributes: {
    "8000": {
      label: "web",
      onAutoForward: PortAutoForward.OPEN_BROWSER_ONCE,
      protocol: PortProtocol.HTTPS,
      requireLocalPort: true,
      elevateIfNeeded: false,
    },
  },
  overrideCommand: true,
  userEnvProbe: UserEnvProbe.INTERACTIVE_SHELL,
  waitFor: LifecycleStep.POST_CREATE,
  hostRequirements: { cpus: 2, memory: "8gb", storage: "32gb", gpu: GpuRequirement.OPTIONAL },
  features: { "ghcr.io/devcontainers/features/git:1": {} },
  initializeCommand: LifecycleCommand.shell("true"),
  onCreateCommand: LifecycleCommand.argv(["true"]),
  updateContentCommand: LifecycleCommand.parallel({ a: LifecycleCommand.argv(["true"]) }),
  extensions: ["ms-python.python"],
  settings: { a: 1 },
  jetbrainsBackend: "PyCharm",
  jetbrainsPlugins: ["com.example"],
  jetbrainsSettings: { a: 1 },
};

/** Adds what no option says. */
function addTheRest(devContainer: DevContainer): void {
  devContainer.addForwardPort(8000);
  devContainer.addForwardHostPort("db", 5432, { onAutoForward: PortAutoForward.SILENT });
  devContainer.unsetRemoteEnv("C");
}

withSchema("the official schema accepts (skipped where it is not beside the repository)", () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    const ajv = addFormats(new Ajv2019({ strict: false, allErrors: true }));
    validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
  });

  test.each<[string, Partial<DevContainerOptions>]>([
    ["an image", {}],
    [
      "a Dockerfile",
      {
        source: DevContainerSource.dockerfile({
          target: "dev",
          args: { A: "1" },
          options: ["--pull"],
          cacheFrom: ["a"],
        }),
        runArgs: ["--gpus=all"],
        appPort: ["8000:8000"],
        workspaceMount: DevContainerMount.bind(".", "/workspace"),
        shutdownAction: ShutdownAction.STOP_CONTAINER,
        mounts: [DevContainerMount.bind("data", "/data", { readOnly: true })],
        hostRequirements: { gpu: GpuRequirement.REQUIRED },
      },
    ],
    ["a compose service", { source: SERVICE, shutdownAction: ShutdownAction.STOP_COMPOSE }],
  ])("%s with every property", (_kind, options) => {
    const { devContainer, written } = made({ ...EVERYWHERE, ...options });
    addTheRest(devContainer);
    validate(written());
    expect(validate.errors ?? []).toEqual([]);
  });

  test("no unknown property", () => {
    const { devContainer, written } = made();
    devContainer.file.addOverride("extensions", []);
    expect(validate(written())).toBe(false);
  });
});
