import type { ComposeService } from "../../compose/compose-service";
import type { ComposeBuild, ComposeServiceOptions } from "../../compose/compose-service-options";
import { ComposeValue } from "../../compose/compose-value";
import { WatchAction } from "../../compose/service/compose-watch";
import type { ProjectFacts } from "../../pyproject/facts";
import { allFacts } from "../../pyproject/local-projects";
import { PackageManager } from "../../pyproject/managers/package-manager";
import type { ContainerPlan } from "../container-plan";
import { PROXY_SPELLINGS, PROXY_VARIABLES } from "../proxy";
import { SSH_ID } from "../stages/git-over-ssh";
import { repositoryVersions, versionArgument } from "../stages/repository-version";
import { sourceDate } from "../stages/source-date";
import { SERVICE_USER } from "../stages/user";
import type { ComposePlace } from "./compose-place";
import { HostPorts } from "./host-ports";
import { takeImageName } from "./image-names";

/** The stages that the services build, by name. */
export interface ServiceTargets {
  /** Undefined where it is the last one. */
  readonly app?: string;
  /** Undefined where there is nothing to build. */
  readonly builder?: string;
}

/** Adds the service that production runs, and the one of the builder stage, which is built and never started. */
export function addServices(
  place: ComposePlace,
  plan: ContainerPlan,
  { app: appStage, builder }: ServiceTargets,
  dockerfile: string,
): void {
  place.compose.addDefaults({
    applyDefaults: (file) => {
      for (const { id, variable } of plan.secrets) file.addSecret(id, { environment: variable });
    },
  });
  const app = place.addOwnService("app");
  place.applications.waitFor(app);
  if (!plan.options.requireImageVariable) takeImageName(place.compose, plan.imageName, place.projectName);
  const ports = HostPorts.of(place.compose);
  ports.note(app, () => plan.program.port?.value.value);
  app.addDefaults({
    applyDefaults: (service) => {
      service.configure({
        image: imageOf(place, plan),
        imageBuild: productionBuild(place, plan, dockerfile, appStage),
        environment: proxyEnvironment(plan),
        ...restrictions(plan),
      });
      addPort(service, place, plan.program.port?.value.value, place.ownName("PORT"));
      addWatches(service, place, plan);
    },
  });

  if (builder !== undefined) {
    place.addOwnService("builder").addDefaults({
      applyDefaults: (service) =>
        service.configure({
          image: imageOf(place, plan, "-builder"),
          imageBuild: { ...buildOf(place, plan, dockerfile), target: builder },
          scale: 0,
        }),
    });
  }
}

/** More than a server with many threads has, and few enough to stop a program that starts itself again and again. */
const PROCESSES = 1024;

/** What a production platform restricts. The generated images need nothing of it, of others nobody knows. */
export function restrictions({ options, written }: ContainerPlan): ComposeServiceOptions {
  if (written !== undefined) return {};
  const { appCpus: cpus, appMemoryBytes: memoryBytes } = options;
  return {
    readOnly: true,
    tmpfs: ["/tmp"],
    capDrop: ["ALL"],
    securityOpt: ["no-new-privileges:true"],
    init: true,
    deploy: { resources: { limits: { cpus, memoryBytes, pids: PROCESSES } } },
  };
}

/**
 * The name of an image of the project, from variables.
 *
 * @param suffix keeps it apart from the app image
 */
export function imageOf(place: ComposePlace, { options, imageName }: ContainerPlan, suffix = ""): ComposeValue {
  const variable = place.ownName("DOCKER_IMAGE");
  const name = options.requireImageVariable
    ? ComposeValue.required(variable, "set it to the name of the image")
    : ComposeValue.variable(variable, imageName);
  return ComposeValue.join(name, ":", place.common("DOCKER_TAG", "latest"), suffix);
}

/** How the app image is built, or another one that starts from it. */
export function productionBuild(
  place: ComposePlace,
  plan: ContainerPlan,
  dockerfile: string,
  target: string | undefined,
): ComposeBuild {
  const build = buildOf(place, plan, dockerfile);
  const args = {
    UID: place.common("UID", SERVICE_USER.uid),
    GID: place.common("GID", SERVICE_USER.gid),
    UNAME: place.common("UNAME", SERVICE_USER.name),
    ...(plan.options.reproducible ? { [sourceDate.name]: place.common(sourceDate.name, sourceDate.default) } : {}),
    ...versionArguments(place, plan),
  };
  return { ...build, ...(target === undefined ? {} : { target }), args: { ...declaredIn(plan, args), ...build.args } };
}

/** A Dockerfile that people write takes the arguments that it declares. */
export function declaredIn({ written }: ContainerPlan, args: { [name: string]: ComposeValue }): typeof args {
  if (written === undefined) return args;
  return Object.fromEntries(Object.entries(args).filter(([name]) => written.declaresArgument(name)));
}

export function buildOf(place: ComposePlace, plan: ContainerPlan, dockerfile: string): ComposeBuild {
  return {
    context: place.path(plan.place.context),
    // The one path that compose takes from the context, and not from its own folder.
    dockerfile: plan.place.inContext(dockerfile),
    args: proxyArguments(plan),
    secrets: plan.secrets.map(({ id }) => ({ secret: place.compose.findSecret(id) })),
    ...(plan.overSsh === undefined ? {} : { ssh: [SSH_ID] }),
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
export function versionArguments(
  place: ComposePlace,
  { facts, localProjects }: ContainerPlan,
): { [name: string]: ComposeValue } {
  const { name, default: byDefault } = versionArgument;
  return repositoryVersions(allFacts(facts, localProjects)).length === 0
    ? {}
    : { [name]: place.common(name, byDefault) };
}

/**
 * Publishes the port on which a service listens. On the loopback interface alone: publishing to the network is a decision
 * of its own.
 *
 * @param variable gives another port on the host
 */
export function addPort(
  service: ComposeService,
  { compose }: ComposePlace,
  port: number | undefined,
  variable: string,
): void {
  if (port === undefined) return;
  const published = ComposeValue.variable(variable, `${HostPorts.of(compose).portOf(service)}`);
  service.addPort({ hostIp: "127.0.0.1", published, target: port });
}

/** The project is installed in the image, so that a change of it builds the image again; so are others that it needs. */
function addWatches(service: ComposeService, place: ComposePlace, { facts, localProjects }: ContainerPlan): void {
  const { packageRoots } = facts;
  const files = dependencyFiles(facts);
  const others = localProjects.filter(({ isProduction }) => isProduction).map(({ path }) => path);
  for (const path of [...packageRoots.value, ...files, ...others]) {
    service.addWatch({ path: place.path(path), action: WatchAction.REBUILD });
  }
}

/** The files that say what production has installed, from the project's folder. */
export function dependencyFiles(facts: ProjectFacts): string[] {
  const { hasPyproject, lockFile, packageManager, requirementsFiles, buildFiles } = facts;
  const files = [
    ...(hasPyproject ? ["pyproject.toml"] : []),
    ...(packageManager.value === PackageManager.PIPENV ? ["Pipfile"] : []),
    ...(lockFile === undefined ? [] : [lockFile.value.path]),
    ...[...requirementsFiles, ...buildFiles].map(({ value }) => value),
  ];
  return [...new Set(files)];
}
