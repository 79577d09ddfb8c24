/** What happens to the containers when the editor is closed. */
export enum ShutdownAction {
  /** They go on. */
  NONE = "none",
  /** The container stops; not for a compose service. */
  STOP_CONTAINER = "stopContainer",
  /** All containers of the compose files stop; for a compose service alone. */
  STOP_COMPOSE = "stopCompose",
}

/** The shell that is asked for the user's environment. */
export enum UserEnvProbe {
  /** None. */
  NONE = "none",
  /** A login shell. */
  LOGIN_SHELL = "loginShell",
  /** A login shell that is interactive. */
  LOGIN_INTERACTIVE_SHELL = "loginInteractiveShell",
  /** An interactive shell. */
  INTERACTIVE_SHELL = "interactiveShell",
}
