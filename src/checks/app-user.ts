import type { StageEnd } from "../dockerfile/parsed/stage-end";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { BuiltService } from "./built-services";

/** Ports that a system keeps for root unless it is told otherwise. */
const FIRST_OPEN_PORT = 1024;

/** The stages that stand for something, by what it is. */
interface KnownStages {
  readonly app: string;
  readonly builder: string;
  readonly dev: string;
  readonly live: string;
}

/**
 * As whom the images of production run: the app stage, those that start from it, the last one, and those of services that
 * start by themselves.
 */
export function* productionUserFindings(
  dockerfile: WrittenDockerfile,
  { app, builder, dev, live }: KnownStages,
  services: readonly BuiltService[],
): Iterable<Finding> {
  const last = dockerfile.stages.at(-1);
  const started = services
    .filter(({ service }) => service.profiles.length === 0 && service.user === undefined)
    .map(({ target }) => target);
  for (const stage of dockerfile.stages) {
    const end = stage === undefined ? undefined : dockerfile.stageEnd(stage);
    if (stage === undefined || end === undefined || [builder, dev, live].includes(stage)) continue;
    const where = `${dockerfile.path} stage ${shown(stage)}`;
    if (end.line.includes(app)) yield* appUserFindings(end, stage, where);
    else if ((stage === last || started.includes(stage)) && (end.command ?? end.entrypoint) !== undefined) {
      // Its base may say more: many images of servers leave root by themselves.
      for (const each of appUserFindings(end, stage, where)) yield { ...each, mayWork: true };
    }
  }
}

/**
 * As whom an image of production runs, and whether that user may open its ports.
 *
 * @param where the stage, as messages name it
 */
export function* appUserFindings(end: StageEnd, stage: string, where: string): Iterable<Finding> {
  const user = end.user?.split(":")[0] ?? "root";
  if (user === "root" || /^0+$/.test(user)) {
    yield {
      rule: "AppRunsAsRoot",
      where,
      stage,
      what: end.user === undefined ? "it has no USER, so that it runs as root" : `its last user is ${shown(end.user)}`,
      allowed: "what breaks out of the application is root then",
      fix: "end with a user of a number above 0, as USER 10001:10001 does",
    };
    return;
  }
  if (!/^\d+$/.test(user) && !user.includes("$")) {
    yield {
      rule: "AppUserNamed",
      where,
      stage,
      what: `its last user is ${shown(end.user)}`,
      allowed: "Kubernetes sees by a number alone that it is not root, and stops where runAsNonRoot is asked for",
      fix: "write its number",
    };
  }
  for (const port of new Set(end.ports.filter((each) => each < FIRST_OPEN_PORT))) {
    yield {
      rule: "PrivilegedPort",
      where,
      stage,
      what: `it exposes port ${port}, and its user ${shown(end.user)} is not root`,
      allowed: `Docker opens each port to every user, Kubernetes those from ${FIRST_OPEN_PORT}`,
      fix: `listen on ${8000 + port}, and publish that as ${port}`,
    };
  }
}
