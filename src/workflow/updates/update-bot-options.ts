/** How what a bot changed in the projenrc file gets into the generated files. */
export interface UpdateBotOptions {
  /**
   * The name of a secret with a token that may write contents and workflows. With it the files are pushed to the bot's
   * branch so that other workflows run, and so that generated workflows can change.
   * @default - the workflow's own token, whose push starts no other workflow and can change none
   */
  readonly tokenSecret?: string;
  /**
   * The runner of the jobs that synthesize.
   * @default "ubuntu-latest"
   */
  readonly runsOn?: string;
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
}
