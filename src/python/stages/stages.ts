import { posix } from "node:path";
import type { DockerfileBlock } from "../../dockerfile/block";
import type { Dockerfile } from "../../dockerfile/dockerfile";
import type { DockerfileStage } from "../../dockerfile/stage";
import { StageBase } from "../../dockerfile/stage-base";
import { DockerfileWord } from "../../dockerfile/word";
import { shown } from "../../values/mistake";
import type { ContainerPlan } from "../container-plan";
import { testFolders } from "../context-patterns";
import { addCopyOfInputs, addCopyOfManifests, addCopyOfProjects, addCopyOfSource } from "../installers/copy-inputs";
import type { Installer, InstallerContext } from "../installers/installer";
import { layout } from "../layout";
import { lockStages, type PythonStageNames } from "../python-names";
import { addAppSections } from "./app-stage";
import { addCaCertificate } from "./ca-certificate";
import { addDevSections } from "./dev-stage";
import { addKnownHosts } from "./git-over-ssh";
import { addLiveSections } from "./live-stage";
import { addRepositoryVersion } from "./repository-version";
import { addCargoTarget, addRustRelease, addRustStage, cargoCaches, debianRust } from "./rust";
import { addGlobalSourceDate, addSourceDate } from "./source-date";
import { addSystemPackages } from "./system-packages";

/**
 * Adds the stages of a Python project.
 *
 * Their sections are there at once, so that users can add to them; what depends on facts is computed at the rendering.
 *
 * @returns the production stage
 */
export function addStages(
  dockerfile: Dockerfile,
  plan: ContainerPlan,
  names: Required<PythonStageNames>,
): DockerfileStage {
  dockerfile.addDefaults({
    applyDefaults: (block) => {
      const { facts } = plan;
      const { python } = facts;
      block.addArg("PYTHON_VERSION", { default: python.value.toString(), comment: `from ${python.source}` });
      plan.installer.addGlobalArguments(block, facts);
      addGlobalSourceDate(block, plan);
    },
  });
  const python = StageBase.image(
    `${plan.baseImages.python}:`,
    DockerfileWord.variable("PYTHON_VERSION"),
    `-slim-${plan.debianSuite}`,
  );

  const tool = dockerfile.addStage(
    "uv",
    StageBase.image(`${plan.baseImages.uv}:`, DockerfileWord.variable("UV_VERSION")),
    {
      description: "The package manager's own image: FROM can hold an argument, COPY --from can't.",
      omitIfUnused: true,
    },
  );
  const rust = addRustStage(dockerfile, plan);
  const builder = dockerfile.addStage(names.builder, python, {
    description: "Python and the package manager; every stage that builds starts from it.",
  });
  const resolve = dockerfile.addStage(lockStages.resolve, StageBase.stage(builder), {
    description: "Makes the lock file.",
    omitIfUnused: true,
  });
  const lock = dockerfile.addStage(lockStages.lock, StageBase.SCRATCH, {
    description:
      plan.place.folder === ""
        ? "The lock file alone: docker build --target lock --output . ."
        : "The lock file alone: npx projen lock",
  });
  const manifest = dockerfile.addStage("manifest", StageBase.stage(builder), {
    description:
      "What dependencies depend on. BuildKit keys the stages that mount it on its content: a source edit,\na new version or a linter's setting installs nothing again.",
    omitIfUnused: true,
  });
  const deps = dockerfile.addStage(names.deps, StageBase.stage(builder), {
    description: `The production dependencies in ${layout.environment}.`,
  });
  const dev = dockerfile.addStage(names.dev, StageBase.stage(builder), {
    description: "Development groups and a named user; the dev container starts here.",
  });
  const live =
    plan.options.developmentServices === false
      ? undefined
      : dockerfile.addStage(names.live, StageBase.stage(dev), {
          description: "The dev stage with the project in it, editable: the services dev, test and debug run it.",
        });
  const backend = dockerfile.addStage("backend", StageBase.stage(builder), {
    description: "What building the project needs, so that it takes no network.",
    omitIfUnused: true,
  });
  const project = dockerfile.addStage("project", StageBase.stage(backend), {
    description: `The project alone in ${layout.environment}, without its dependencies.`,
    omitIfUnused: true,
  });
  const app = dockerfile.addStage(names.app, python, {
    description: "The production image: nothing of the dev stage, nothing that builds.",
  });
  for (const [key, name] of Object.entries(names)) {
    const stage = dockerfile.tryFindStage(name);
    if (stage !== undefined) stage._renaming = `stageNames: { ${key}: ${shown(`${name}-2`)} }`;
  }

  const workdir = posix.join(layout.workdir, plan.place.folder);
  const contextOf = (): InstallerContext => ({
    facts: plan.facts,
    place: plan.place,
    local: plan.projectsApart,
    within: plan.projectsWithin,
    packages: plan.packages,
    buildRequires: plan.buildRequires,
    buildCaches: cargoCaches(plan),
    manifest,
    tool,
    secrets: plan.fetchingMounts,
  });
  const late = (
    block: DockerfileBlock,
    add: (block: DockerfileBlock, installer: Installer, context: InstallerContext) => void,
  ) =>
    block.addDefaults({
      applyDefaults: (target) => add(target, plan.installer, contextOf()),
    });

  late(builder, (block) => {
    addSourceDate(block, plan);
    block.addWorkdir(workdir);
    block.addEnv("PYTHONUNBUFFERED", "1");
  });
  late(builder.addSection("certificates"), (block) => addCaCertificate(block, plan.options.caCertificate, plan.place));
  late(builder.addSection("system packages"), (block) => {
    addSystemPackages(block, [...plan.debian.build, ...debianRust(plan)]);
    addRustRelease(block, plan, rust);
    const { sshKnownHosts } = plan.options;
    if (sshKnownHosts !== undefined) addKnownHosts(block, sshKnownHosts, plan.place);
  });
  late(builder.addSection("package manager"), (block, installer, context) => {
    installer.addTools(block, context);
    // Only now: the image comes without bytecode of the standard library and of pip, and every later run would compile it anew.
    block.addEnv("PYTHONDONTWRITEBYTECODE", "1", { comment: "from here on: installing compiles what is kept" });
  });
  late(resolve, (block, installer, context) => {
    addRepositoryVersion(block, context);
    addCopyOfInputs(block, installer.inputs(context.facts), ".", context.place);
    addCopyOfManifests(block, context);
    addCopyOfProjects(block, context.within, context.place);
    // A version that the build backend finds out may stand in any file.
    if (context.facts.hasDynamicVersion) block.addCopy([context.place.inContext(".")], ".");
    installer.addLocking(block, context);
  });
  late(lock, (block) => block.addCopyFrom(resolve, [posix.join(workdir, plan.lockFile.path)], "/"));
  late(manifest, (block, installer, context) => installer.addManifest(block, context));
  late(deps, (block, installer, context) => installer.addDependencies(block, context));
  addDevSections(dev, plan, (block) => plan.installer.addDevelopment(block, contextOf()));
  if (live !== undefined) addLiveSections(live, plan, contextOf);
  late(backend, (block, installer, context) => installer.addBackend(block, context));
  late(project, (block, installer, context) => {
    addCargoTarget(block, plan);
    addProject(block, installer, context, testFolders(plan));
  });
  addAppSections(app, plan, { deps, project });
  return app;
}

/** Installs the project and the other projects that it needs; one that is not installed is copied and compiled. */
function addProject(
  block: DockerfileBlock,
  installer: Installer,
  context: InstallerContext,
  tests: readonly string[],
): void {
  if (context.packages.length > 0) {
    addRepositoryVersion(block, context);
    installer.addProject(block, context);
  } else addCopyOfSource(block, context);
  if (context.facts.installsProject.value) return;
  const inside = context.local.map(({ path }) => path).filter((path) => !path.startsWith("../"));
  const removed = [...inside, ...tests];
  block.addRunSequence([
    ...(removed.length === 0 ? [] : [["rm", "-rf", ...removed]]),
    ["python", "-m", "compileall", "-q", "."],
  ]);
}
