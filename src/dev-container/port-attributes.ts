/** What an editor does when it finds a port of the container. */
export enum PortAutoForward {
  /** Forwards it and says so. */
  NOTIFY = "notify",
  /** Opens the browser. */
  OPEN_BROWSER = "openBrowser",
  /** Opens the browser the first time. */
  OPEN_BROWSER_ONCE = "openBrowserOnce",
  /** Opens a preview in the editor. */
  OPEN_PREVIEW = "openPreview",
  /** Forwards it silently. */
  SILENT = "silent",
  /** Does not forward it. */
  IGNORE = "ignore",
}

/** What is spoken at a forwarded port. */
export enum PortProtocol {
  /** HTTP. */
  HTTP = "http",
  /** HTTPS. */
  HTTPS = "https",
}

/**
 * How an editor treats a port of the container.
 *
 * @see https://containers.dev/implementors/json_reference/#port-attributes
 */
export interface PortAttributes {
  /**
   * The name that is shown.
   * @default - none
   */
  readonly label?: string;
  /**
   * What an editor does when it finds the port.
   * @default PortAutoForward.NOTIFY
   */
  readonly onAutoForward?: PortAutoForward;
  /**
   * What is spoken there.
   * @default - left to the editor
   */
  readonly protocol?: PortProtocol;
  /**
   * Whether the same number must be free on the host.
   * @default false
   */
  readonly requireLocalPort?: boolean;
  /**
   * Whether to ask for more rights where the number needs them.
   * @default false
   */
  readonly elevateIfNeeded?: boolean;
}
