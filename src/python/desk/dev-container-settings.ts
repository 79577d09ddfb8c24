import type { IConstruct } from "constructs";
import { ProjenrcFile } from "projen";
import { ComposeFile } from "../../compose/compose-file";
import { DevContainer } from "../../dev-container/dev-container";
import { DevContainerMount } from "../../dev-container/dev-container-mount";
import type { DevContainerProperties } from "../../dev-container/dev-container-properties";
import { DevContainerSource } from "../../dev-container/dev-container-source";
import { LifecycleCommand } from "../../dev-container/lifecycle-command";
import { LifecycleStep } from "../../dev-container/lifecycle-step";
import { FileGuard } from "../../files/file-guard";
import { Mistake } from "../../values/mistake";
import type { ContainerPlan } from "../container-plan";
import { environmentFolder, layout, workspaceFolder } from "../layout";
import { PROXY_SPELLINGS } from "../proxy";
import type { ComposePlace } from "../services/compose-place";
import { buildOptions } from "../tasks/build-options";
import { hasDeskDependency } from "./desk-dependency";

/** @see https://github.com/devcontainers/features/tree/main/src/node */
const NODE = "ghcr.io/devcontainers/features/node:1";

/** What a dev container is made of. */
export interface DevContainerBasis {
  /** Path of the Dockerfile from the project's folder. */
  readonly dockerfile: string;
  /** The stage from which it starts where it is no compose service. */
  readonly target: string;
  /** Where the service is that it is; undefined where it is none. */
  readonly compose?: ComposePlace;
}

/** Adds the dev container, with its editor settings, the application's port and the project itself, editable. */
export function addDevContainer(scope: IConstruct, plan: ContainerPlan, basis: DevContainerBasis): DevContainer {
  const { compose, dockerfile, target } = basis;
  const source =
    compose !== undefined
      ? composeService(scope, plan, compose)
      : DevContainerSource.dockerfile({ dockerfile, target, context: plan.place.context });
  const devContainer = new DevContainer(scope, { source });
  addSettings(devContainer, plan);
  return devContainer;
}

/**
 * The service dev. The Dev Containers CLI starts no service that is in a profile, so that a file of its own takes it out.
 *
 * @throws where the service does not see the source on the host
 */
function composeService(scope: IConstruct, { options }: ContainerPlan, compose: ComposePlace): DevContainerSource {
  if (options.developmentMount === false) {
    throw new Mistake({
      where: "PythonContainer",
      what: "developmentMount is false, and devContainerMode is compose",
      allowed: "a dev container works on the source on the host, which its service has to see",
      fix: "leave developmentMount out, or use DevContainerMode.DOCKERFILE",
    });
  }
  const service = compose.names.dev;
  const own = new ComposeFile(scope, { fileName: ".devcontainer/compose.yaml", isPartial: true });
  own.addReset("services", service, "profiles");
  compose.devContainerFile = own;
  return DevContainerSource.composeService({ files: [compose.file, own.fileName], service });
}

function addSettings(devContainer: DevContainer, plan: ContainerPlan): void {
  devContainer.addDefaults({
    applyDefaults: (target) => {
      target.configure(properties(target, plan));
      if (target.source.dockerfileOptions !== undefined) {
        for (const option of buildOptions(plan)) target.addBuildOption(option);
      }
      for (const { variable } of plan.secrets) target.addSecret(variable, { description: "opens a package index" });
      if (plan.options.proxyFromEnvironment) {
        // Either spelling has the value of the one in capitals, since there is no fallback to a variable.
        for (const name of PROXY_SPELLINGS) target.addRemoteEnv(name, `\${localEnv:${name.toUpperCase()}}`);
      }
      addEditorTools(target, plan);
      if (plan.written === undefined) addEnvironment(target, plan);
      if (plan.managed) addManagedHint(target);
      if (hasDeskDependency(plan.facts, "pytest")) target.addSetting("python.testing.pytestEnabled", true);
      const { port } = plan.program;
      if (port !== undefined) target.addForwardPort(port.value.value);
    },
  });
}

function properties({ source }: DevContainer, plan: ContainerPlan): DevContainerProperties {
  const { developerName, options, place, written } = plan;
  const { devContainerNode: node } = options;
  const isBelow = source.composeOptions === undefined && place.folder !== "";
  return {
    workspaceFolder: isBelow || source.composeOptions !== undefined ? workspaceFolder(place) : undefined,
    // A project below its context sees all of that: the package manager installs other projects from there, editable.
    workspaceMount: isBelow ? DevContainerMount.bind(place.context, layout.workspace) : undefined,
    // A stage that people write may have another account, or none.
    remoteUser: written === undefined ? developerName : options.developerName,
    jetbrainsBackend: options.jetbrainsFiles ? "PyCharm" : undefined,
    features: node === undefined ? {} : { [NODE]: { version: `${node}` } },
  };
}

/** The extension for Python, and those for the tools of the project; ruff where nothing else formats. */
function addEditorTools(devContainer: DevContainer, { facts }: ContainerPlan): void {
  devContainer.addExtension("ms-python.python");
  const tools = facts.editorTools.map(({ value }) => value);
  const formatter = tools.find(({ isFormatter }) => isFormatter)?.extension ?? "charliermarsh.ruff";
  devContainer.addExtension(formatter);
  devContainer.addSetting("[python]", { "editor.defaultFormatter": formatter });
  for (const { extension, settings = {} } of tools) {
    devContainer.addExtension(extension);
    for (const [key, value] of Object.entries(settings)) devContainer.addSetting(key, value);
  }
}

/** Keeps the history of the shell and what package managers have downloaded over rebuilds. */
function addKeptFolder(devContainer: DevContainer): void {
  devContainer.addMount(DevContainerMount.volume(`dev-container-\${devcontainerId}`, layout.kept));
  devContainer.addContainerEnv("HISTFILE", `${layout.kept}/bash_history`);
  // A container may be stopped while its shells run.
  devContainer.addContainerEnv("PROMPT_COMMAND", "history -a");
  devContainer.addContainerEnv("XDG_CACHE_HOME", `${layout.kept}/cache`);
}

/** The environment of the generated stage, and the project in it. */
function addEnvironment(devContainer: DevContainer, plan: ContainerPlan): void {
  addKeptFolder(devContainer);
  devContainer.addSetting("python.defaultInterpreterPath", `${environmentFolder(plan)}/bin/python`);
  if (plan.packages.length === 0) return;
  devContainer.addCommand(
    LifecycleStep.POST_CREATE,
    "install",
    LifecycleCommand.argv(plan.installer.developmentInstall(plan.facts)),
  );
}

/** Where projen writes pyproject.toml, a package manager can't. */
function addManagedHint(devContainer: DevContainer): void {
  const { project } = devContainer;
  const components = FileGuard.of(project)._tree.componentsOf(project.root);
  const file = components.find((each) => each instanceof ProjenrcFile)?.filePath ?? "the projenrc file";
  const text = `${file} has the dependencies: add them there, not to pyproject.toml, and run npx projen.`;
  devContainer.addCommand(LifecycleStep.POST_ATTACH, "dependencies", LifecycleCommand.argv(["echo", text]));
}
