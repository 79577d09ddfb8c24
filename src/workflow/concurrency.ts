/** A newer commit of a pull request takes the place of an older one; what pushes an image is let finish. */
export const CONCURRENCY = {
  group: `\${{ github.workflow }}-\${{ github.ref }}`,
  "cancel-in-progress": `\${{ github.event_name == 'pull_request' }}`,
};

/** After how many minutes a job is stopped, where no option says otherwise: GitHub's own limit is six hours. */
export const TIMEOUT_MINUTES = 60;
