import type { BuildUse } from "../checks/build-uses";
import { healthCheckFindings, healthPortFindings, programFindings, type RunUse } from "../checks/run-programs";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { Finding } from "../findings/finding";
import { productionRequirements } from "../pyproject/production-requirements";
import { shown } from "../values/mistake";
import type { ContainerPlan } from "./container-plan";

/** What production runs: by the app stage and the services that run its image. */
export function* appFindings(
  dockerfile: WrittenDockerfile,
  app: string,
  uses: readonly BuildUse[],
  plan: ContainerPlan,
): Iterable<Finding> {
  const end = dockerfile.stageEnd(app);
  if (end === undefined) return;
  const where = `${dockerfile.path} stage ${shown(app)}`;
  const { entrypoint, command, healthCheck } = end;
  const own: RunUse = { where, stage: app, command: entrypoint ?? command, healthCheck, image: end };
  const services = uses.flatMap((use) => servicesOf(use, dockerfile));
  const inApp = services.filter(({ stage }) => stage === app);
  const scripts = new Set(plan.facts.consoleScripts.map(({ value }) => value.name));
  yield* programFindings([own, ...inApp], installedIn(plan), scripts);
  yield* healthCheckFindings([own, ...services]);
  yield* healthPortFindings([own, ...services]);
}

function servicesOf({ stage, runs, file }: BuildUse, dockerfile: WrittenDockerfile): RunUse[] {
  const image = stage === undefined ? undefined : dockerfile.stageEnd(stage);
  if (image === undefined) return [];
  return runs.map(({ service, command, healthCheck }) => ({
    where: `${file} service ${shown(service)}`,
    stage,
    service,
    command,
    healthCheck,
    image,
  }));
}

/** The names of all that production installs; undefined where no lock file tells what dependencies bring with them. */
function installedIn({ facts, locked }: ContainerPlan): ReadonlySet<string> | undefined {
  const direct = productionRequirements(facts).map(({ value }) => value.name);
  if (facts.hasDynamicDependencies) return undefined;
  if (locked !== undefined) return new Set([...direct, ...locked.production.map(({ package: { name } }) => name)]);
  // A project that depends on nothing has nothing brought.
  return direct.length === 0 ? new Set() : undefined;
}
