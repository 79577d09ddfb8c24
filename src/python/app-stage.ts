import type { DockerfileBlock } from "../dockerfile/block";
import type { DockerfileStage } from "../dockerfile/stage";
import { DockerfileWord } from "../dockerfile/word";
import type { ContainerPlan } from "./container-plan";
import { healthCheckWords } from "./health-check";
import { imageLabels } from "./image-labels";
import { layout } from "./layout";
import { addServiceUser } from "./user";

/** The stages from which the production image takes its files. */
export interface AppSources {
  readonly deps: DockerfileStage;
  readonly project: DockerfileStage;
}

/** Adds the sections of the production image. */
export function addAppSections(app: DockerfileStage, plan: ContainerPlan, { deps, project }: AppSources): void {
  // For users: whatever the application needs of Debian at run time goes here, where root still is.
  app.addSection("system packages");

  const user = addServiceUser(app.addSection("user"));

  app.addSection("dependencies").addCopyFrom(deps, [layout.environment], layout.environment);

  // A layer of its own: a source edit moves this one alone.
  const source = app.addSection("source");
  source.addDefaults({ applyDefaults: (block) => addSource(block, plan, project) });

  const runtime = app.addSection("runtime");
  runtime.addWorkdir(layout.workdir);
  runtime.addEnv("PYTHONUNBUFFERED", "1");
  runtime.addEnv("PYTHONDONTWRITEBYTECODE", "1", { comment: "bytecode was compiled by the build" });
  runtime.addEnv("VIRTUAL_ENV", layout.environment);
  runtime.addEnv("PATH", DockerfileWord.join(`${layout.environment}/bin:`, DockerfileWord.variable("PATH")));
  runtime.addEnv("HOME", "/tmp", { comment: "the one writable place, also where the root file system is read-only" });
  runtime.addDefaults({ applyDefaults: (block) => addService(block, plan) });
  runtime.addUser(DockerfileWord.join(user.uid, ":", user.gid), {
    comment: "a number, by which Kubernetes sees that it is not root",
  });
  runtime.addDefaults({ applyDefaults: (block) => addCommand(block, plan) });

  app.addSection("labels").addDefaults({
    applyDefaults: (block) => {
      for (const [key, { value }] of imageLabels(plan.facts)) block.addLabel(key, value);
    },
  });
}

function addSource(source: DockerfileBlock, { facts }: ContainerPlan, project: DockerfileStage): void {
  if (facts.installsProject.value) {
    source.addCopyFrom(project, [layout.environment], layout.environment);
    return;
  }
  source.addCopyFrom(project, [layout.workdir], layout.workdir, {
    comment: `not installed: ${facts.installsProject.source}`,
  });
  const roots = facts.packageRoots;
  source.addEnv("PYTHONPATH", [...new Set(roots.value.map(importFolder))].join(":"), { comment: roots.source });
}

/** The folder from which a package is imported: `/app/src` for `src/orders`. */
function importFolder(root: string): string {
  const parent = root.split("/").slice(0, -1).join("/");
  return parent === "" || parent === "." ? layout.workdir : `${layout.workdir}/${parent}`;
}

function addService(runtime: DockerfileBlock, { port, healthCheckPath }: ContainerPlan): void {
  if (port === undefined) return;
  runtime.addEnv("PORT", `${port.value}`, { comment: "option port" });
  runtime.addExpose(port.value);
  runtime.addHealthCheck(healthCheckWords(port, healthCheckPath), {
    comment: healthCheckPath === undefined ? undefined : "option healthCheckPath",
    intervalSeconds: 30,
    timeoutSeconds: 5,
    startPeriodSeconds: 30,
    startIntervalSeconds: 1,
    retries: 3,
  });
}

function addCommand(runtime: DockerfileBlock, { command }: ContainerPlan): void {
  if (command !== undefined) runtime.addCommand(command.value, { comment: command.source });
}
