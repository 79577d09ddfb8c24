import type { Dockerfile } from "../dockerfile/dockerfile";
import { isIgnored } from "../dockerfile/rules/ignored";
import { lastOf, lineOf } from "../dockerfile/rules/ruled-file";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";

/**
 * Stages that run in production, listen, and can't be asked how they are.
 *
 * @param name the production stage; those that start from it are looked at too
 */
export function* missingHealthCheckFindings(dockerfile: Dockerfile, name: string): Iterable<Finding> {
  for (const stage of dockerfile._ruled()?.stages ?? []) {
    if (!lineOf(stage).some((each) => each.name === name) || lastOf(stage, "HEALTHCHECK") !== undefined) continue;
    const exposing = lineOf(stage).flatMap(({ instructions }) =>
      instructions.filter(({ keyword, text }) => keyword === "EXPOSE" && !/^\S+\/udp$/.test(text)),
    );
    if (exposing.length === 0 || exposing.every((each) => isIgnored("HealthCheckMissing", each))) continue;
    yield {
      rule: "HealthCheckMissing",
      where: `${dockerfile.path} stage ${shown(stage.name)}`,
      stage: stage.name,
      what: "it listens on a port and has no health check",
      allowed: "an engine restarts, and a deployment waits, by it",
      fix: "use addHealthCheck, or addNoHealthCheck where something else asks",
    };
  }
}
