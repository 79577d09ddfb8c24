/** The actions that generated workflows use, all of them in this one place. */
export const ACTIONS = {
  checkout: "actions/checkout@v6",
  devContainer: "devcontainers/ci@v0.3",
  registryLogin: "docker/login-action@v4",
} as const;
