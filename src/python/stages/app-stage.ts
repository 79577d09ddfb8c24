import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import type { DockerfileStage } from "../../dockerfile/stage";
import { DockerfileWord } from "../../dockerfile/word";
import type { ContainerPlan } from "../container-plan";
import { importPath } from "../desk/import-path";
import { layout } from "../layout";
import type { Program } from "../program/program";
import { addCaCertificate } from "./ca-certificate";
import { addHealthCheck } from "./health-check";
import { imageLabels } from "./image-labels";
import { addSourceDate } from "./source-date";
import { addSystemPackages } from "./system-packages";
import { addServiceUser, userArguments } from "./user";

/** The stages from which the production image takes its files. */
export interface AppSources {
  readonly deps: DockerfileStage;
  readonly project: DockerfileStage;
}

/** Adds the sections of the production image. */
export function addAppSections(app: DockerfileStage, plan: ContainerPlan, { deps, project }: AppSources): void {
  const late = (section: string, add: (block: DockerfileBlock) => void) =>
    app.addSection(section).addDefaults({ applyDefaults: add });

  app.addDefaults({ applyDefaults: (block) => addSourceDate(block, plan) });
  const { appTrustsCaCertificate, caCertificate, removeSetuid, reproducible } = plan.options;
  late("certificates", (block) =>
    addCaCertificate(block, appTrustsCaCertificate ? caCertificate : undefined, plan.place),
  );
  // Here root still is: for users too, whose application needs more of Debian at run time.
  late("system packages", (block) => addSystemPackages(block, plan.debian.run, reproducible));
  late("user", (block) => addServiceUser(block, removeSetuid));
  late("dependencies", (block) => {
    // Before what changes with the source: it makes a layer, which else would be made again at each edit, of each project. A
    // user's own is in the place where it was given.
    if (!app.section("runtime").hasOwnInstruction("WORKDIR")) block.addWorkdir(layout.workdir);
    block.addCopyFrom(deps, [layout.environment], layout.environment);
  });
  // A layer of its own: a source edit moves this one alone.
  late("source", (block) => addSource(block, plan, project));
  late("runtime", (block) => {
    addEnvironment(block);
    addService(block, plan.program);
    block.addUser(DockerfileWord.join(userArguments.uid, ":", userArguments.gid), {
      comment: "a number, by which Kubernetes sees that it is not root",
    });
    addProgram(block, plan);
  });
  late("labels", (block) => {
    for (const [key, { value, source }] of imageLabels(plan.facts)) block.addLabel(key, value, { comment: source });
  });
}

function addEnvironment(block: DockerfileBlock): void {
  block.addEnv("PYTHONUNBUFFERED", "1");
  block.addEnv("PYTHONDONTWRITEBYTECODE", "1", { comment: "bytecode was compiled by the build" });
  block.addEnv("VIRTUAL_ENV", layout.environment);
  block.addEnv("PATH", DockerfileWord.join(`${layout.environment}/bin:`, DockerfileWord.variable("PATH")));
  block.addEnv("HOME", "/tmp", { comment: "the one writable place, also where the root file system is read-only" });
}

function addSource(source: DockerfileBlock, plan: ContainerPlan, project: DockerfileStage): void {
  const { installsProject } = plan.facts;
  if (plan.packages.length > 0) source.addCopyFrom(project, [layout.environment], layout.environment);
  if (installsProject.value) return;
  source.addCopyFrom(project, [posix.join(layout.workdir, plan.place.folder)], layout.workdir, {
    comment: `not installed: ${installsProject.source}`,
  });
  const { value, source: reason } = importPath(plan.facts, layout.workdir);
  source.addEnv("PYTHONPATH", value, { comment: reason });
}

function addService(runtime: DockerfileBlock, { port, healthCheckPath }: Program): void {
  if (port === undefined) return;
  const { value } = port.value;
  runtime.addEnv("PORT", `${value}`, { comment: port.source });
  runtime.addExpose(value);
  addHealthCheck(runtime, port.value, healthCheckPath?.value, healthCheckPath?.source);
}

/** Without a command the image would start the one of its base: a Python that reads what nobody writes, and ends with success. */
function addProgram(runtime: DockerfileBlock, plan: ContainerPlan): void {
  const { command, missing = "" } = plan.program;
  const hasEntryPoint = runtime.hasOwnInstruction("ENTRYPOINT");
  // A command that is found would be the arguments of the user's own entry point; one that the user names may be.
  if (hasEntryPoint && plan.options.command === undefined) return;
  if (command !== undefined) runtime.addCommand(command.value, { comment: command.source });
  else runtime.addCommand(saysAndEnds(missing), { comment: "nothing decides it" });
}

/** The exit code is that of a wrong usage. */
function saysAndEnds(sentence: string): string[] {
  return ["python", "-c", "import sys; print(sys.argv[1], file=sys.stderr); sys.exit(64)", sentence];
}
