/** Names of the stages that other tools and people build. */
export interface PythonStageNames {
  /**
   * The stage that holds the package manager.
   * @default "builder"
   */
  readonly builder?: string;
  /**
   * The stage that holds the locked production dependencies.
   * @default "deps"
   */
  readonly deps?: string;
  /**
   * The stage that holds the development groups too; the dev container starts from it.
   * @default "dev"
   */
  readonly dev?: string;
  /**
   * The production image.
   * @default "app"
   */
  readonly app?: string;
}

/** The stages that make the lock file, and hold it alone. */
export const lockStages = { resolve: "resolve", lock: "lock" } as const;

/** The names of the stages, those that are not given as they are by default. */
export function stageNames({ builder, deps, dev, app }: PythonStageNames = {}): Required<PythonStageNames> {
  return { builder: builder ?? "builder", deps: deps ?? "deps", dev: dev ?? "dev", app: app ?? "app" };
}

/** Names of the compose services. */
export interface PythonServiceNames {
  /**
   * The service that runs the production image.
   * @default - "app"; in the file of `composeFile` the project's name, in lower case and with `-` for other signs than
   *   letters and digits
   */
  readonly app?: string;
  /**
   * The service that builds the image with the package manager, and is never started.
   * @default - "builder"; in the file of `composeFile` the name of the other service and `-builder`
   */
  readonly builder?: string;
}
