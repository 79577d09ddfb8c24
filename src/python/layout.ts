/** Where things lie in the images; one place, since stages, compose file and dev container must agree. */
export const layout = {
  /** The production environment. A fixed place, so that its scripts stay valid when it is copied between stages. */
  environment: "/opt/venv",
  /** What the builder's commands and the application run in. */
  workdir: "/app",
  /** What dependencies depend on, derived from pyproject.toml and the lock file. */
  manifest: "/manifest",
} as const;
