/**
 * A step in the life of a dev container, in their order; a failure skips those that follow.
 *
 * @see https://containers.dev/implementors/json_reference/#lifecycle-scripts
 */
export enum LifecycleStep {
  /** On the host, before anything else, and again at each start. */
  INITIALIZE = "initializeCommand",
  /** In the container, once after it was made. */
  ON_CREATE = "onCreateCommand",
  /** In the container, after that and whenever a prebuild finds new content. */
  UPDATE_CONTENT = "updateContentCommand",
  /** In the container, once it belongs to a user: the user's secrets are there. */
  POST_CREATE = "postCreateCommand",
  /** In the container, at each start. */
  POST_START = "postStartCommand",
  /** In the container, whenever an editor attaches. */
  POST_ATTACH = "postAttachCommand",
}
