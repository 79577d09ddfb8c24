/** Options of one image of a `ContainerWorkflow`. */
export interface WorkflowImageOptions {
  /**
   * The image that is pushed, without a tag, such as `ghcr.io/acme/orders`.
   * @default - the container's `imageName` at its registry; where that names none, among the packages of the repository's
   *   owner at ghcr.io, for a project in a folder of the repository below the repository's name
   */
  readonly imageName?: string;
  /**
   * An image that holds the layers of former builds, such as `ghcr.io/acme/orders/cache`, at the registry of the image.
   * @default - GitHub's own cache
   */
  readonly cacheImage?: string;
  /**
   * Text that bash runs in the dev container for the tests.
   * @default "pytest", where pytest is among the dependencies for development; else nothing is run
   */
  readonly testCommand?: string;
}

/** Options of `ContainerWorkflow`. */
export interface ContainerWorkflowOptions extends WorkflowImageOptions {
  /**
   * The branch from which images are pushed.
   * @default "main"
   */
  readonly branch?: string;
  /**
   * The tags from which images are pushed, as a pattern of GitHub's.
   * @default "v*"
   */
  readonly tagPattern?: string;
  /**
   * The name of the workflow, and of its file below `.github/workflows`.
   * @default - container, with the project's folder where there is one
   */
  readonly workflowName?: string;
  /**
   * The runner of the jobs.
   * @default "ubuntu-latest"
   */
  readonly runsOn?: string;
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
   * The version of Node that runs projen.
   * @default "24"
   */
  readonly nodeVersion?: string;
  /**
   * The command that installs what runs the projenrc file.
   * @default - that of the package manager of package.json, as it is locked: "npm ci"
   */
  readonly installCommand?: string;
  /**
   * The account at the registry, as a workflow has it.
   * @default - whoever started the workflow, at ghcr.io; required for other registries
   */
  readonly registryUsername?: string;
  /**
   * The password at the registry, as a workflow has it, such as `${{ secrets.REGISTRY_PASSWORD }}`.
   * @default - the workflow's own token, at ghcr.io; required for other registries
   */
  readonly registryPassword?: string;
}
