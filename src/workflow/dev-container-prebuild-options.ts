/** Options of `DevContainerPrebuild`. */
export interface DevContainerPrebuildOptions {
  /**
   * The image that is pushed, such as `ghcr.io/acme/orders/devcontainer`. It is in lower case, as all images are, and each
   * dev container has its own.
   */
  readonly imageName: string;
  /**
   * Text that bash runs in the container before the image is pushed, and in pull requests, such as `pytest`.
   * @default - the container is built, and not started
   */
  readonly runCommand?: string;
  /**
   * The branch from which the image is pushed.
   * @default "main"
   */
  readonly branch?: string;
  /**
   * The name of the workflow, and of its file below `.github/workflows`.
   * @default - dev-container, with the project's folder and the variant where there are any
   */
  readonly workflowName?: string;
  /**
   * The runner of the jobs.
   * @default "ubuntu-latest"
   */
  readonly runsOn?: string;
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
