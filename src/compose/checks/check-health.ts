import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { FileContent } from "./file-content";
import { hasNoHealthCheck } from "./official-images";

const KINDS = ["NONE", "CMD", "CMD-SHELL"];

/** More than a program may have a password in it, and is not shown. */
const PROGRAM = /^[\w./-]{1,40}$/;

/** What never becomes true of a service for which another one waits, and health checks that compose refuses. */
export function healthFindings(name: string, { services }: FileContent): readonly PlacelessFinding[] {
  const { dependencies, healthCheck } = services[name];
  const [kind] = healthCheck?.test ?? [];
  const refused: readonly PlacelessFinding[] =
    kind === undefined || KINDS.includes(kind)
      ? []
      : [
          {
            rule: "InvalidHealthCheck",
            what: `the test of healthCheck begins with ${PROGRAM.test(kind) ? shown(kind) : "a whole command"}`,
            allowed: `it begins with ${KINDS.join(", ")}`,
            fix: "give the command by healthCheck.command, which puts CMD before it",
          },
        ];
  const waiting = dependencies.flatMap(({ name: other, condition }): PlacelessFinding[] => {
    if (!Object.hasOwn(services, other)) return [];
    const { healthCheck: check, restartsAlways, image, build, base } = services[other];
    if (condition === "service_healthy" && check?.isDisabled) {
      return [
        {
          rule: "DependencyNeverHealthy",
          what: `the service waits until ${shown(other)} is healthy, whose health check is turned off`,
          allowed: "compose stops where a service for whose health another one waits has no health check",
          fix: `give ${shown(other)} a healthCheck, or wait with DependencyCondition.STARTED`,
        },
      ];
    }
    // What is built, or extends another service, may have a health check from there.
    const isImageAlone = check?.isTold !== true && build === undefined && base === undefined;
    if (condition === "service_healthy" && isImageAlone && image !== undefined && hasNoHealthCheck(image)) {
      return [
        {
          rule: "DependencyNeverHealthy",
          what: `the service waits until ${shown(other)} is healthy, and ${shown(image)} has no health check`,
          allowed: "compose stops where a service for whose health another one waits has no health check",
          fix: `give ${shown(other)} a healthCheck, or wait with DependencyCondition.STARTED`,
          // An image of the same name may have been built here.
          mayWork: true,
        },
      ];
    }
    if (condition === "service_completed_successfully" && restartsAlways) {
      return [
        {
          rule: "DependencyNeverCompleted",
          what: `the service waits until ${shown(other)} has ended, which always starts again`,
          allowed: "what has a policy of always or unless-stopped is started again when it has ended well",
          fix: `give ${shown(other)} RestartPolicy.onFailure(), or none`,
        },
      ];
    }
    return [];
  });
  return [...refused, ...waiting];
}
