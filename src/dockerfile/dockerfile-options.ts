/** Options of `Dockerfile`. */
export interface DockerfileOptions {
  /**
   * Path of the file from the project's folder.
   * @default "Dockerfile"
   */
  readonly fileName?: string;
  /**
   * The frontend that reads the file, for example `docker/dockerfile:1`.
   *
   * A build then asks a registry for it; leave it out where no instruction needs it.
   *
   * @default - the frontend of the engine
   * @see https://docs.docker.com/reference/dockerfile/#syntax
   */
  readonly syntax?: string;
  /**
   * BuildKit's checks that are not wanted, by name.
   *
   * @default - none is left out
   * @see https://docs.docker.com/reference/build-checks/
   */
  readonly skippedBuildChecks?: string[];
  /**
   * Whether a finding of BuildKit's checks stops the build.
   *
   * @default false
   * @see https://docs.docker.com/reference/dockerfile/#check
   */
  readonly failsOnBuildChecks?: boolean;
}
