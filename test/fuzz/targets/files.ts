import type { FileBase } from "projen";
import {
  ContainerWorkflow,
  type ContainerWorkflowOptions,
  DependabotUpdates,
  GitlabPipeline,
  type GitlabPipelineOptions,
  type PythonContainer,
  Renovate,
} from "../../../src";
import { DevContainer } from "../../../src/dev-container/dev-container";
import { DevContainerSource } from "../../../src/dev-container/dev-container-source";
import { Dockerignore } from "../../../src/dockerignore/dockerignore";
import { JetbrainsComposeRun } from "../../../src/editors/jetbrains-compose-run";
import { addVscodeLaunch } from "../../../src/editors/vscode-launch";
import { addVscodeTasks } from "../../../src/editors/vscode-tasks";
import { generatedText } from "../../../src/files/generated-text";
import { visibleText } from "../../../src/values/visible-text";
import { DevContainerPrebuild } from "../../../src/workflow/dev-container-prebuild";
import { containerBeside } from "../../container-project";
import { readIgnoreFile } from "../read/ignore-file";
import { readJson } from "../read/json";
import { trimSpace } from "../read/white-space";
import { readWorkflow, readYaml } from "../read/workflow";
import { readXml } from "../read/xml";
import type { Target } from "../target";
import { checkedText, scope } from "../written";

function ignoreFile(fill: (file: Dockerignore) => void): string {
  const file = new Dockerignore(scope());
  file.addPatterns("before");
  fill(file);
  file.addPatterns("after");
  return checkedText(file);
}

const ignore: readonly Target[] = [
  ["pattern", (file: Dockerignore, text: string) => file.addPatterns(text)] as const,
  ["exception", (file: Dockerignore, text: string) => file.addExceptions(text)] as const,
  ["pattern of a group", (file: Dockerignore, text: string) => file.addGroup("why", text)] as const,
].map(([name, fill]) => ({
  name: `ignore file ${name}`,
  write: (text: string) => ignoreFile((file) => fill(file, text)),
  read: readIgnoreFile,
  kept: (text: string) => [trimSpace(text)],
}));

const comment: Target = {
  name: "ignore file comment",
  write: (text) => ignoreFile((file) => file.addComment(text)),
  // Not how many lines it has, but what is no comment.
  read: (file) => readIgnoreFile(file),
};

type Prebuild = ConstructorParameters<typeof DevContainerPrebuild>[2];

function workflow(options: Partial<Prebuild>, variant?: string): string {
  const devContainer = new DevContainer(scope(), { source: DevContainerSource.dockerfile(), variant });
  const { file } = new DevContainerPrebuild(devContainer, devContainer, { imageName: "ghcr.io/acme/dev", ...options });
  return checkedText(file);
}

const workflows: readonly Target[] = [
  ["name", (workflowName: string) => workflow({ workflowName })] as const,
  ["branch", (branch: string) => workflow({ branch })] as const,
  ["image", (imageName: string) => workflow({ imageName })] as const,
  ["command", (runCommand: string) => workflow({ runCommand })] as const,
  ["runner", (runsOn: string) => workflow({ runsOn })] as const,
  ["variant", (variant: string) => workflow({}, variant)] as const,
].map(([name, write]) => ({
  name: `workflow ${name}`,
  write,
  // Commands are the author's, who may well put in what GitHub knows.
  read: name === "command" || name === "runner" ? readYaml : readWorkflow,
}));

const PROJECT = '[project]\nname = "orders"\nversion = "1.0"\nrequires-python = ">=3.12"\ndependencies = ["flask"]\n';

/** A file of a component beside a Python container; the container is made anew, since components are added to its project. */
function besides(make: (container: PythonContainer) => FileBase): string {
  const container = containerBeside({ "pyproject.toml": PROJECT });
  const file = make(container);
  for (const each of container.project.components) each.preSynthesize();
  const text = generatedText(file);
  if (text === undefined) throw new Error(`${file.path} has no text`);
  return text;
}

type Container = ContainerWorkflowOptions;
const containerFile = (options: Container) => besides((each) => new ContainerWorkflow(each, each, options).file);
const gitlabFile = (options: GitlabPipelineOptions) =>
  besides((each) => new GitlabPipeline(each, each, { path: ".gitlab/a.yml", ...options }).configuration.file);

const pipelines: readonly Target[] = [
  ["workflow container name", (text: string) => containerFile({ workflowName: text }), readWorkflow] as const,
  ["workflow container branch", (text: string) => containerFile({ branch: text }), readWorkflow] as const,
  ["workflow container tag", (text: string) => containerFile({ tagPattern: text }), readWorkflow] as const,
  [
    "workflow container image",
    (text: string) => containerFile({ imageName: `ghcr.io/${text}` }),
    readWorkflow,
  ] as const,
  ["workflow container tests", (text: string) => containerFile({ testCommand: text }), readYaml] as const,
  ["workflow pipeline of GitLab, Node", (text: string) => gitlabFile({ nodeVersion: text }), readYaml] as const,
  ["workflow pipeline of GitLab, Docker", (text: string) => gitlabFile({ dockerVersion: text }), readYaml] as const,
  [
    "workflow label of Renovate",
    (text: string) => besides((each) => new Renovate(each, { labels: [text], schedule: text }).file),
    readJson,
  ] as const,
  [
    "workflow label of Dependabot",
    (text: string) => besides((each) => new DependabotUpdates(each, { labels: [text] }).file),
    readYaml,
  ] as const,
].map(([name, write, read]) => ({ name, write, read, share: 0.2 }));

const editors: readonly Target[] = [
  {
    name: "run configuration name",
    write: (name) =>
      checkedText(new JetbrainsComposeRun(scope(), { name, composeFile: "compose.yaml", service: "app" })),
    read: readXml,
    kept: keptInXml,
  },
  {
    name: "run configuration file",
    write: (file) => checkedText(new JetbrainsComposeRun(scope(), { name: "a", composeFile: file, service: "app" })),
    read: readXml,
    kept: keptInXml,
  },
  {
    name: "launch.json",
    write: (text) =>
      checkedText(
        addVscodeLaunch(scope(), () => [
          { name: text, type: "debugpy", request: "launch", args: [text], env: { A: text } },
        ]),
      ),
    read: readJson,
  },
  {
    name: "tasks.json task",
    write: (text) => {
      const project = scope();
      if (text !== "default") project.addTask(`a${text}`, { description: text });
      return checkedText(addVscodeTasks(project, () => text));
    },
    read: (file) => taskCommands(readJson(file)),
  },
];

function keptInXml(text: string): readonly string[] {
  return [visibleText(text).replace(/[\n\ufffe\uffff]/g, "\ufffd")];
}

/** No command has what a shell or the editor finds more in. */
function taskCommands(json: unknown): unknown {
  const commands = JSON.stringify(json).match(/"command":"(?:[^"\\]|\\.)*"/g) ?? [];
  const odd = commands.find((each) => !/^"command":"npx projen(?: [\w@%+:,./-]+)?"$/.test(each));
  if (odd !== undefined) throw new Error(odd);
  return "plain commands";
}

export const fileTargets = (): readonly Target[] => [...ignore, comment, ...workflows, ...pipelines, ...editors];
