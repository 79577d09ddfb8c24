import type { Project } from "projen";
import type { PythonContainer } from "../python/python-container";
import { ContainerWorkflow } from "../workflow/container-workflow";
import { GitlabPipeline } from "../workflow/gitlab/gitlab-pipeline";
import { DependabotUpdates } from "../workflow/updates/dependabot-updates";
import { Renovate } from "../workflow/updates/renovate";
import type { AutomationOptions } from "./automation-options";

/** What the options ask for, over all containers of a repository. */
export class Automation {
  private workflow?: ContainerWorkflow;
  private pipeline?: GitlabPipeline;

  constructor(
    private readonly project: Project,
    private readonly options: AutomationOptions,
  ) {
    if (options.renovateUpdates) new Renovate(project);
    if (options.dependabotUpdates) new DependabotUpdates(project);
  }

  /** Adds a container; the first one brings the workflow and the pipeline with it. */
  public add(container: PythonContainer): void {
    const { project, options } = this;
    if (this.workflow !== undefined) this.workflow.addContainer(container);
    else if (options.containerWorkflow) {
      // The workflow is over all, whatever the folder of the first one.
      const workflowName = project.parent === undefined ? "container" : undefined;
      this.workflow = new ContainerWorkflow(project, container, { workflowName });
    }
    if (this.pipeline !== undefined) this.pipeline.addContainer(container);
    else if (options.gitlabPipeline) this.pipeline = new GitlabPipeline(project, container);
  }
}
