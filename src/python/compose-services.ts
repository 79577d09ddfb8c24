import type { ComposeFile } from "../compose/compose-file";
import type { ComposeService } from "../compose/compose-service";
import { ComposeValue } from "../compose/compose-value";
import { WatchAction } from "../compose/compose-watch";
import type { ContainerPlan } from "./container-plan";
import { PROXY_VARIABLES } from "./proxy";
import type { PythonStages } from "./stages";
import { SERVICE_USER } from "./user";

/**
 * Adds the services `app`, as production runs it, and `builder`, which is built and never started.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 */
export function addServices(compose: ComposeFile, plan: ContainerPlan, stages: PythonStages, dockerfile: string): void {
  const { options } = plan;
  const name = options.requireImageVariable
    ? ComposeValue.required("DOCKER_IMAGE", "set it to the name of the image")
    : ComposeValue.variable("DOCKER_IMAGE", plan.imageName);
  const image = (suffix: string) => ComposeValue.join(name, ":", ComposeValue.variable("DOCKER_TAG", "latest"), suffix);

  compose.addDefaults({
    applyDefaults: (file) => {
      for (const { id, variable } of plan.secrets) file.addSecret(id, { environment: variable });
    },
  });
  const proxies = options.proxyFromEnvironment ? proxyVariables() : {};
  const addBuildInputs = (service: ComposeService) => {
    for (const { id } of plan.secrets) service.addBuildSecret(compose.findSecret(id));
    service.configure({ imageBuild: { args: proxies } });
  };

  const app = compose.addService("app");
  app.addDefaults({
    applyDefaults: (service) => {
      service.configure({
        image: image(""),
        imageBuild: {
          context: ".",
          dockerfile,
          target: stages.app.name,
          args: {
            UID: ComposeValue.variable("UID", SERVICE_USER.uid),
            GID: ComposeValue.variable("GID", SERVICE_USER.gid),
            UNAME: ComposeValue.variable("UNAME", SERVICE_USER.name),
          },
        },
        environment: proxies,
        readOnly: true,
        tmpfs: ["/tmp"],
        capDrop: ["ALL"],
        securityOpt: ["no-new-privileges:true"],
      });
      addBuildInputs(service);
      addPort(service, plan);
      addWatches(service, plan);
    },
  });

  compose.addService("builder").addDefaults({
    applyDefaults: (service) => {
      service.configure({
        image: image("-builder"),
        imageBuild: { context: ".", dockerfile, target: stages.builder.name },
        scale: 0,
      });
      addBuildInputs(service);
    },
  });
}

/** On the loopback interface alone: publishing to the network is a decision of its own. */
function addPort(service: ComposeService, { port }: ContainerPlan): void {
  if (port === undefined) return;
  service.addPort({
    hostIp: "127.0.0.1",
    published: ComposeValue.variable("PORT", `${port.value}`),
    target: port.value,
  });
}

/** The project is installed in the image, so that a change of it builds the image again. */
function addWatches(service: ComposeService, { facts }: ContainerPlan): void {
  const { hasPyproject, lockFile, requirementsFiles, packageRoots } = facts;
  const files = [
    ...(hasPyproject ? ["pyproject.toml"] : []),
    ...(lockFile === undefined ? [] : [lockFile.value.path]),
    ...requirementsFiles.map(({ value }) => value),
  ];
  for (const path of [...packageRoots.value, ...files]) service.addWatch({ path, action: WatchAction.REBUILD });
}

/** Empty where they are not set, which stands for no proxy. */
function proxyVariables(): { [name: string]: ComposeValue } {
  return Object.fromEntries(PROXY_VARIABLES.map((name) => [name, ComposeValue.variable(name, "")]));
}
