import type { ComposeFile } from "../compose/compose-file";
import type { ComposeService } from "../compose/compose-service";
import { ComposeValue } from "../compose/compose-value";
import { WatchAction } from "../compose/compose-watch";
import type { ContainerPlan } from "./container-plan";
import type { PythonStages } from "./stages";
import { SERVICE_USER } from "./user";

/**
 * Adds the services `app`, as production runs it, and `builder`, which is built and never started.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 */
export function addServices(compose: ComposeFile, plan: ContainerPlan, stages: PythonStages, dockerfile: string): void {
  const { options, place } = plan;
  const build = { context: place.context, dockerfile: place.inContext(dockerfile) };
  const name = options.requireImageVariable
    ? ComposeValue.required("DOCKER_IMAGE", "set it to the name of the image")
    : ComposeValue.variable("DOCKER_IMAGE", plan.imageName);
  const image = (suffix: string) => ComposeValue.join(name, ":", ComposeValue.variable("DOCKER_TAG", "latest"), suffix);

  const app = compose.addService("app");
  app.addDefaults({
    applyDefaults: (service) => {
      service.configure({
        image: image(""),
        imageBuild: {
          ...build,
          target: stages.app.name,
          args: {
            UID: ComposeValue.variable("UID", SERVICE_USER.uid),
            GID: ComposeValue.variable("GID", SERVICE_USER.gid),
            UNAME: ComposeValue.variable("UNAME", SERVICE_USER.name),
          },
        },
        readOnly: true,
        tmpfs: ["/tmp"],
        capDrop: ["ALL"],
        securityOpt: ["no-new-privileges:true"],
      });
      addPort(service, plan);
      addWatches(service, plan);
    },
  });

  compose.addService("builder").addDefaults({
    applyDefaults: (service) =>
      service.configure({
        image: image("-builder"),
        imageBuild: { ...build, target: stages.builder.name },
        scale: 0,
      }),
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

/** The project is installed in the image, so that a change of it builds the image again; so are others that it needs. */
function addWatches(service: ComposeService, { facts, localProjects }: ContainerPlan): void {
  const { hasPyproject, lockFile, requirementsFiles, packageRoots } = facts;
  const files = [
    ...(hasPyproject ? ["pyproject.toml"] : []),
    ...(lockFile === undefined ? [] : [lockFile.value.path]),
    ...requirementsFiles.map(({ value }) => value),
  ];
  const others = localProjects.filter(({ isProduction }) => isProduction).map(({ path }) => path);
  for (const path of [...packageRoots.value, ...files, ...others]) {
    service.addWatch({ path, action: WatchAction.REBUILD });
  }
}
