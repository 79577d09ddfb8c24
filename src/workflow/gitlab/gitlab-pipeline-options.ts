import type { WorkflowImageOptions } from "../container-workflow-options";

/** Options of `GitlabPipeline`. */
export interface GitlabPipelineOptions extends WorkflowImageOptions {
  /**
   * The file, from the root project's folder. One below `.gitlab` is for a `.gitlab-ci.yml` that people write and that
   * includes it.
   * @default ".gitlab-ci.yml"
   */
  readonly path?: string;
  /**
   * After how many minutes a job is stopped.
   * @default 60
   */
  readonly timeoutMinutes?: number;
  /**
   * Whether a job looks whether the generated files and the lock file are up to date, by the task `container:check`.
   * @default true
   */
  readonly check?: boolean;
  /**
   * Whether a job runs the tests in the dev container.
   * @default true
   */
  readonly tests?: boolean;
  /**
   * Whether images are built, and pushed.
   * @default true
   */
  readonly images?: boolean;
  /**
   * The version of Node that runs projen: a tag of the image `node`.
   * @default "24"
   */
  readonly nodeVersion?: string;
  /**
   * The version of Docker in the jobs: a tag of the image `docker`, which has one with `-dind` beside it.
   * @default "29"
   */
  readonly dockerVersion?: string;
  /**
   * The command that installs what runs the projenrc file.
   * @default - that of the package manager of package.json, as it is locked: "npm ci"
   */
  readonly installCommand?: string;
  /**
   * The name of the CI/CD variable with the account at the registry.
   * @default "CI_REGISTRY_USER", at GitLab's own registry; required for others
   */
  readonly registryUsernameVariable?: string;
  /**
   * The name of the CI/CD variable with the password at the registry.
   * @default "CI_REGISTRY_PASSWORD", at GitLab's own registry; required for others
   */
  readonly registryPasswordVariable?: string;
}
