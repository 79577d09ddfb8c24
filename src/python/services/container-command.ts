import type { ComposeService } from "../../compose/compose-service";
import { variableOf } from "../../compose/properties/names";
import { PullPolicy } from "../../compose/service/pull-policy";
import type { Dockerfile } from "../../dockerfile/dockerfile";
import type { DockerfileStage } from "../../dockerfile/stage";
import { StageBase } from "../../dockerfile/stage-base";
import { Mistake, shown } from "../../values/mistake";
import type { Port } from "../../values/port";
import type { ContainerPlan } from "../container-plan";
import { parseCommand, parseHealthCheckPath, parsePort } from "../parse-options";
import { addHealthCheck, healthCheckTimes, healthCheckWords } from "../stages/health-check";
import type { ComposePlace } from "./compose-place";
import { addPort, imageOf, productionBuild, proxyEnvironment, restrictions } from "./compose-services";
import { addDevelopmentFirst, type DevelopmentBuild } from "./development-services";
import { HostPorts } from "./host-ports";

/** Options of `PythonContainer.addCommand`. */
export interface ContainerCommandOptions {
  /**
   * The TCP port on which it listens; it finds the number in the environment variable PORT.
   * @default - none
   */
  readonly port?: number;
  /**
   * The path that answers with status 200 where it is healthy.
   * @default - that the port takes a connection; without a port there is no health check
   */
  readonly healthCheckPath?: string;
  /**
   * Whether it runs and ends when it is asked for, as a migration does: `docker compose run --rm <name>` runs it, and
   * `docker compose up` leaves it out.
   * @default false
   */
  readonly oneOff?: boolean;
  /**
   * Whether it runs to its end, and has to succeed, before the app service and the other commands start: a migration of the
   * database at each `docker compose up`. The services dev, test and debug wait for a service `<name>-dev`, which runs it by
   * the source as it is on the host.
   * @default false
   */
  readonly runsFirst?: boolean;
  /**
   * Whether it has an image of its own, for platforms on which an image has one command: a stage that starts from the app
   * stage and has another CMD and HEALTHCHECK alone, so that no layer is built or stored again.
   * @default false
   */
  readonly ownImage?: boolean;
}

/** Where a command is added. */
export interface CommandPlace {
  readonly dockerfile: Dockerfile;
  readonly compose: ComposePlace;
  readonly app: DockerfileStage;
  /** Undefined where there are no services for development. */
  readonly development?: DevelopmentBuild;
}

/** Adds the service, and the stage where it has one. */
export function addContainerCommand(
  { dockerfile, compose, app, development }: CommandPlace,
  plan: ContainerPlan,
  name: string,
  words: readonly string[],
  options: ContainerCommandOptions,
): ComposeService {
  const command = [...words];
  const port = parsePort(options.port);
  const { healthCheckPath: path, oneOff = false, runsFirst = false, ownImage = false } = options;
  parseCommand(`command ${JSON.stringify(name)}`, command);
  parseHealthCheckPath(path);
  if (runsFirst && oneOff) throw twoTimes(name);

  const service = compose.addService(name);
  if (runsFirst) {
    compose.applications.addFirst(service);
    if (development !== undefined) addDevelopmentFirst(compose, plan, development, name, command);
  } else if (!oneOff) compose.applications.waitFor(service);
  HostPorts.of(compose.compose).note(service, () => port?.value);
  const stage = ownImage ? dockerfile.addStage(name, StageBase.stage(app), description) : undefined;
  stage?.addDefaults({
    applyDefaults: (block) => {
      if (port !== undefined) {
        block.addEnv("PORT", `${port.value}`);
        block.addExpose(port.value);
        addHealthCheck(block, port, path);
      } else if (plan.program.port !== undefined) {
        block.addNoHealthCheck({ comment: "that of the app stage asks another command" });
      }
      block.addCommand(command);
    },
  });
  service.addDefaults({
    applyDefaults: (target) => {
      target.configure({
        ...restrictions(plan),
        environment: proxyEnvironment(plan),
        ...(oneOff ? { profiles: [name] } : {}),
      });
      if (stage === undefined) configureSameImage(target, compose, plan, command, port, path);
      else
        target.configure({
          image: imageOf(compose, plan, `-${name}`),
          imageBuild: productionBuild(compose, plan, dockerfile.path, name),
        });
      if (port === undefined && plan.program.port !== undefined) target.configure({ healthCheck: whileItRuns });
      addPort(target, compose, port?.value, variableOf(name, "PORT"));
    },
  });
  return service;
}

const description = { description: "The app image with another command: no layer of its own." };

/** The app service builds the image: to name it here is enough. A registry may have a stranger's image of that name. */
function configureSameImage(
  service: ComposeService,
  place: ComposePlace,
  plan: ContainerPlan,
  command: string[],
  port: Port | undefined,
  path: string | undefined,
): void {
  service.configure({ image: imageOf(place, plan), pullPolicy: PullPolicy.NEVER, command });
  if (port !== undefined) {
    service.addEnvironment("PORT", `${port.value}`);
    service.configure({ healthCheck: { command: healthCheckWords(port, path), ...healthCheckTimes } });
  }
}

/**
 * In place of the app stage's, which asks another command: it is healthy while it runs.
 *
 * One that is switched off ends `docker compose up --wait` with an error, up to Compose 2.26 at least.
 */
const whileItRuns = { command: ["true"], ...healthCheckTimes };

function twoTimes(name: string): Mistake {
  return new Mistake({
    where: "PythonContainer",
    what: `the command ${shown(name)} has both oneOff and runsFirst`,
    allowed: "it runs when it is asked for, or before the others",
    fix: "leave one of the two out",
  });
}
