import type { ComposeService } from "../../compose/compose-service";
import type { ComposeBuild } from "../../compose/compose-service-options";
import { ComposeValue } from "../../compose/compose-value";
import { WatchAction } from "../../compose/service/compose-watch";
import { ServiceVolume } from "../../compose/service/service-volume";
import type { ContainerPlan } from "../container-plan";
import { hasDeskDependency } from "../desk/desk-dependency";
import { importPath } from "../desk/import-path";
import { deskGroups } from "../installers/desk-groups";
import { layout, workspaceFolder } from "../layout";
import { DEVELOPMENT_SERVICES, type DevelopmentService } from "../python-names";
import type { ComposePlace } from "./compose-place";
import {
  addPort,
  buildOf,
  declaredIn,
  dependencyFiles,
  imageOf,
  proxyEnvironment,
  versionArguments,
} from "./compose-services";
import { canDebug, DEBUG_PORT, debugCommand, developmentCommand, reloads } from "./development-command";
import { HostPorts } from "./host-ports";

/** What development needs of the Dockerfile. */
export interface DevelopmentBuild {
  /** Path of the Dockerfile from the project's folder. */
  readonly dockerfile: string;
  /** The stage that the services run. */
  readonly target: string;
}

/**
 * Adds the services for the day's work: dev runs the source as it is on the host, test its tests, debug the application
 * under a debugger. Each is in a profile, so that `docker compose up` leaves it out.
 */
export function addDevelopmentServices(place: ComposePlace, plan: ContainerPlan, build: DevelopmentBuild): void {
  const ports = HostPorts.of(place.compose);
  const workingDir = workspaceFolder(plan.place);
  const add = (
    which: DevelopmentService,
    applyDefaults: (service: ComposeService) => void,
    isNeeded?: () => boolean,
  ) => {
    const added = place.addOwnService(which, isNeeded);
    place.applications.waitForDevelopment(added);
    added.addDefaults({
      applyDefaults: (service) => {
        // One profile for all projects of a file: each service can be started by its own name as well.
        service.configure({ profiles: [which] });
        addWorkspace(service, place, plan, build);
        applyDefaults(service);
      },
    });
    return added;
  };
  const port = () => plan.program.port?.value.value;

  const dev = add("dev", (service) => {
    // What a stage that people write runs may lie in its own working folder.
    if (!plan.written?.hasCommand(build.target)) service.configure({ command: developmentCommand(plan), workingDir });
    addApplicationPort(service, place, port(), "DEV_PORT");
    addWatches(service, place, plan);
  });
  const runTests = (service: ComposeService) => service.configure({ command: ["pytest"], workingDir });
  add("test", runTests, () => hasDeskDependency(plan.facts, "pytest"));
  const runDebugger = (service: ComposeService) => {
    service.configure({ command: debugCommand(plan), workingDir });
    addApplicationPort(service, place, port(), "DEBUG_PORT");
    const published = ComposeValue.variable(place.ownName("DEBUGPY_PORT"), `${ports.portOf(place)}`);
    service.addPort({ hostIp: "127.0.0.1", published, target: DEBUG_PORT });
    addWatches(service, place, plan);
  };
  const debug = add("debug", runDebugger, () => canDebug(plan));
  const isDebugThere = () => place.isThere("debug");
  ports.noteLater(dev, port);
  ports.noteLater(debug, port, isDebugThere);
  ports.noteLater(place, () => DEBUG_PORT, isDebugThere);
}

/**
 * Adds the service that runs a command by the source as it is on the host before those of development start: a migration.
 *
 * @param name that of the command in production
 */
export function addDevelopmentFirst(
  place: ComposePlace,
  plan: ContainerPlan,
  build: DevelopmentBuild,
  name: string,
  command: readonly string[],
): void {
  const service = place.addService(`${name}-dev`);
  service.addDefaults({
    applyDefaults: (target) => {
      // A name of its own: two builds of one name at a time collide in the engine.
      addWorkspace(target, place, plan, build, `-dev-${name}`);
      target.configure({ profiles: [...DEVELOPMENT_SERVICES], command: [...command] });
    },
  });
  place.applications.addDevelopmentFirst(service);
  // A dev container has to open where the command fails: there it is mended.
  place.devContainerFile?.addReset("services", place.names.dev, "depends_on", service.name);
}

/** The image, the source in it, and the environment in which the project's modules are found. */
function addWorkspace(
  service: ComposeService,
  place: ComposePlace,
  plan: ContainerPlan,
  { dockerfile, target }: DevelopmentBuild,
  suffix = "-dev",
): void {
  const { developmentMount: isMounted = true } = plan.options;
  const folder = workspaceFolder(plan.place);
  // What a stage that people write has installed is not known; this goes before it.
  const isInstalled = plan.facts.installsProject.value && plan.written === undefined;
  service.configure({
    image: imageOf(place, plan, suffix),
    imageBuild: developmentBuild(place, plan, dockerfile, target),
    environment: {
      ...proxyEnvironment(plan),
      ...(isInstalled ? {} : { PYTHONPATH: importPath(plan.facts, folder).value }),
    },
    init: true,
  });
  if (!isMounted) return;
  // The folder is there. Older versions of Compose, 2.26 among them, watch nothing below a mount that has options.
  const source = place.path(plan.place.context);
  service.addVolume(ServiceVolume.bind(source, layout.workspace, { createHostPath: undefined }));
}

/** The developer has the number of whoever works on the host, where that is said, so that files have one owner. */
function developmentBuild(place: ComposePlace, plan: ContainerPlan, dockerfile: string, target: string): ComposeBuild {
  const build = buildOf(place, plan, dockerfile);
  const args = {
    UID: place.common("UID", "1000"),
    GID: place.common("GID", "1000"),
    UNAME: ComposeValue.literal(plan.developerName),
    ...versionArguments(place, plan),
  };
  return { ...build, target, args: { ...declaredIn(plan, args), ...build.args } };
}

function addApplicationPort(
  service: ComposeService,
  place: ComposePlace,
  port: number | undefined,
  variable: string,
): void {
  if (port === undefined) return;
  service.addEnvironment("PORT", `${port}`);
  addPort(service, place, port, place.ownName(variable));
}

/** What is installed is part of the image; the rest is mounted, or copied into the container that runs. */
function addWatches(service: ComposeService, place: ComposePlace, plan: ContainerPlan): void {
  const ofDevelopment = deskGroups(plan.facts).files.flat();
  for (const path of new Set([...dependencyFiles(plan.facts), ...ofDevelopment])) {
    service.addWatch({ path: place.path(path), action: WatchAction.REBUILD });
  }
  if (plan.options.developmentMount !== false) return;
  const restarts = service.name === place.names.debug || !reloads(plan);
  service.addWatch({
    path: place.path(plan.place.context),
    action: restarts ? WatchAction.SYNC_RESTART : WatchAction.SYNC,
    target: layout.workspace,
  });
}
