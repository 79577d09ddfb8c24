import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { BuiltService } from "./built-services";

/** Services for whose health others wait, and whose image is given no health check here. */
export function* stageHealthFindings(services: readonly BuiltService[]): Iterable<Finding> {
  for (const { name, service, file, where, stage, end } of services) {
    if (service.healthCheck?.isTold || end.healthCheck !== undefined) continue;
    const waiting = Object.entries(file.services).find(([, { dependencies }]) =>
      dependencies.some((each) => each.name === name && each.condition === "service_healthy"),
    );
    if (waiting === undefined) continue;
    yield {
      rule: "DependencyNeverHealthy",
      where,
      service: name,
      what: `the service ${shown(waiting[0])} waits until it is healthy, and ${stage} has no HEALTHCHECK`,
      allowed: "compose stops where a service for whose health another one waits has no health check",
      fix: "give the service a healthCheck, or the stage one, or wait with DependencyCondition.STARTED",
      // The image from which the stage starts may have one.
      mayWork: true,
    };
  }
}
