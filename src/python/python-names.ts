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
   * The dev stage with the project in it, editable; the services dev, test and debug run it.
   * @default "live"
   */
  readonly live?: string;
  /**
   * The production image.
   * @default "app"
   */
  readonly app?: string;
}

/** The stages that make the lock file, and hold it alone. */
export const lockStages = { resolve: "resolve", lock: "lock" } as const;

/** The names of the stages, those that are not given as they are by default. */
export function stageNames({ builder, deps, dev, live, app }: PythonStageNames = {}): Required<PythonStageNames> {
  return {
    builder: builder ?? "builder",
    deps: deps ?? "deps",
    dev: dev ?? "dev",
    live: live ?? "live",
    app: app ?? "app",
  };
}

/** The services for the day's work: each is in a profile of its name, and `developmentServices` leaves all of them out. */
export const DEVELOPMENT_SERVICES = ["dev", "test", "debug"] as const;

/** One of these services. */
export type DevelopmentService = (typeof DEVELOPMENT_SERVICES)[number];

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
   * @default - "builder"; in the file of `composeFile` the name of that service and `-builder`
   */
  readonly builder?: string;
  /**
   * The service that runs the source as it is on the host, on the dev stage.
   * @default - "dev"; in the file of `composeFile` the name of the app service and `-dev`
   */
  readonly dev?: string;
  /**
   * The service that runs the tests.
   * @default - "test"; in the file of `composeFile` the name of the app service and `-test`
   */
  readonly test?: string;
  /**
   * The service that runs the application under a debugger.
   * @default - "debug"; in the file of `composeFile` the name of the app service and `-debug`
   */
  readonly debug?: string;
}
