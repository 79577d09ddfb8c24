import type { BackingServiceOptions } from "./backing-service";
import type { ServicePassword } from "./service-password";

/** Options that ready-made services share, beside those of a service. */
export interface ReadyServiceOptions extends BackingServiceOptions {
  /**
   * The release of the server: the tag of its image, which starts with a number.
   *
   * @default - the release that the class names
   */
  readonly version?: string;
  /**
   * A port of this machine at which the service is published, for this machine alone. Applications of the compose file
   * need none.
   *
   * @default - it is not published
   */
  readonly hostPort?: number;
}

/** Options of a server on which applications have an account. */
export interface AccountOptions extends ReadyServiceOptions {
  /**
   * The name of the account.
   *
   * @default "app"
   */
  readonly userName?: string;
  /**
   * Where its password comes from. The URL takes the password as it is, so that it may hold letters, digits and `-._~`
   * alone.
   *
   * @default ServicePassword.variable()
   */
  readonly password?: ServicePassword;
}

/** Options of a database server. */
export interface DatabaseOptions extends AccountOptions {
  /**
   * The name of the database.
   *
   * @default "app"
   */
  readonly database?: string;
}

/** Options of a store of keys and values. */
export interface KeyValueStoreOptions extends ReadyServiceOptions {
  /**
   * Where the password comes from. The URL takes it as it is, so that it may hold letters, digits and `-._~` alone.
   *
   * @default - none: the services of the compose file alone reach the store
   */
  readonly password?: ServicePassword;
}
