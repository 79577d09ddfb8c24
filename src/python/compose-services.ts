import type { ComposeFile } from "../compose/compose-file";
import type { ComposeService } from "../compose/compose-service";
import type { ComposeBuild } from "../compose/compose-service-options";
import { ComposeValue } from "../compose/compose-value";
import { WatchAction } from "../compose/compose-watch";
import { allFacts } from "../pyproject/local-projects";
import type { ContainerPlan } from "./container-plan";
import { PROXY_SPELLINGS, PROXY_VARIABLES } from "./proxy";
import { repositoryVersions, versionArgument } from "./repository-version";
import type { PythonStages } from "./stages";
import { SERVICE_USER } from "./user";

/**
 * Adds the services `app`, as production runs it, and `builder`, which is built and never started.
 *
 * @param dockerfile path of the Dockerfile from the project's folder
 */
export function addServices(compose: ComposeFile, plan: ContainerPlan, stages: PythonStages, dockerfile: string): void {
  compose.addDefaults({
    applyDefaults: (file) => {
      for (const { id, variable } of plan.secrets) file.addSecret(id, { environment: variable });
    },
  });
  const app = compose.addService("app");
  app.addDefaults({
    applyDefaults: (service) => {
      service.configure({
        image: imageOf(plan),
        imageBuild: productionBuild(compose, plan, dockerfile, stages.app.name),
        environment: proxyEnvironment(plan),
        ...RESTRICTIONS,
      });
      addPort(service, plan.program.port?.value.value, "PORT");
      addWatches(service, plan);
    },
  });

  compose.addService("builder").addDefaults({
    applyDefaults: (service) =>
      service.configure({
        image: imageOf(plan, "-builder"),
        imageBuild: { ...buildOf(compose, plan, dockerfile), target: stages.builder.name },
        scale: 0,
      }),
  });
}

/** What a production platform restricts; the images need nothing of it. */
export const RESTRICTIONS = {
  readOnly: true,
  tmpfs: ["/tmp"],
  capDrop: ["ALL"],
  securityOpt: ["no-new-privileges:true"],
};

/**
 * The name of an image of the project, from variables.
 *
 * @param suffix keeps it apart from the app image
 */
export function imageOf({ options, imageName }: ContainerPlan, suffix = ""): ComposeValue {
  const name = options.requireImageVariable
    ? ComposeValue.required("DOCKER_IMAGE", "set it to the name of the image")
    : ComposeValue.variable("DOCKER_IMAGE", imageName);
  return ComposeValue.join(name, ":", ComposeValue.variable("DOCKER_TAG", "latest"), suffix);
}

/** How the app image is built, or another one that starts from it. */
export function productionBuild(
  compose: ComposeFile,
  plan: ContainerPlan,
  dockerfile: string,
  target: string,
): ComposeBuild {
  const build = buildOf(compose, plan, dockerfile);
  const args = {
    UID: ComposeValue.variable("UID", SERVICE_USER.uid),
    GID: ComposeValue.variable("GID", SERVICE_USER.gid),
    UNAME: ComposeValue.variable("UNAME", SERVICE_USER.name),
    ...versionArguments(plan),
  };
  return { ...build, target, args: { ...args, ...build.args } };
}

function buildOf(compose: ComposeFile, plan: ContainerPlan, dockerfile: string): ComposeBuild {
  const { place } = plan;
  return {
    context: place.context,
    dockerfile: place.inContext(dockerfile),
    args: proxyArguments(plan),
    secrets: plan.secrets.map(({ id }) => compose.findSecret(id)),
  };
}

/** The proxies that a container gets of whoever runs compose; empty where they are not set, which stands for none. */
export function proxyEnvironment({ options }: ContainerPlan): { [name: string]: ComposeValue } {
  return options.proxyFromEnvironment ? proxyValues(PROXY_SPELLINGS) : {};
}

/** In capitals alone: Docker sets the other spelling in a build, and an empty one beside it would count as well. */
function proxyArguments({ options }: ContainerPlan): { [name: string]: ComposeValue } {
  return options.proxyFromEnvironment ? proxyValues(PROXY_VARIABLES) : {};
}

function proxyValues(names: readonly string[]): { [name: string]: ComposeValue } {
  const other = (name: string) => (name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase());
  return Object.fromEntries(
    names.map((name) => [name, ComposeValue.variable(name, ComposeValue.variable(other(name), ""))]),
  );
}

/** The version of a project whose build would ask the repository for it. */
function versionArguments({ facts, localProjects }: ContainerPlan): { [name: string]: ComposeValue } {
  const { name, default: byDefault } = versionArgument;
  return repositoryVersions(allFacts(facts, localProjects)).length === 0
    ? {}
    : { [name]: ComposeValue.variable(name, byDefault) };
}

/** On the loopback interface alone: publishing to the network is a decision of its own. */
export function addPort(service: ComposeService, port: number | undefined, variable: string): void {
  if (port === undefined) return;
  service.addPort({ hostIp: "127.0.0.1", published: ComposeValue.variable(variable, `${port}`), target: port });
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
