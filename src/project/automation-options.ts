/** Options of what runs elsewhere, on a server; each is a construct too, which has more options. */
export interface AutomationOptions {
  /**
   * Whether there is a workflow of GitHub that checks the files, runs the tests in the dev container and builds the images:
   * `ContainerWorkflow`.
   * @default false
   */
  readonly containerWorkflow?: boolean;
  /**
   * Whether there is a pipeline of GitLab that does so: `GitlabPipeline`.
   * @default false
   */
  readonly gitlabPipeline?: boolean;
  /**
   * Whether Renovate keeps versions current in the projenrc file, with a workflow that synthesizes the files: `Renovate`.
   * @default false
   */
  readonly renovateUpdates?: boolean;
  /**
   * Whether Dependabot keeps this module current, with a workflow that synthesizes the files: `DependabotUpdates`.
   * @default false
   */
  readonly dependabotUpdates?: boolean;
}
