/** What the dev container is. */
export enum DevContainerMode {
  /** A container of the dev stage, alone. */
  DOCKERFILE = "dockerfile",
  /** The compose service dev, with the services that it depends on. */
  COMPOSE = "compose",
}
