import { ComposeService, type IBackingService, type IComposeFile } from "../compose-service";
import type { ComposeServiceOptions } from "../compose-service-options";
import { ComposeValue } from "../compose-value";
import type { DependencyCondition } from "../service/dependency-condition";

/** Options of a service that applications use. */
export interface BackingServiceOptions extends ComposeServiceOptions {
  /**
   * The environment variables by which an application finds the service.
   *
   * @default - none; a ready-made service has its own
   */
  readonly connection?: { [name: string]: string | ComposeValue };
  /**
   * What an application waits for.
   *
   * @default DependencyCondition.HEALTHY
   */
  readonly condition?: DependencyCondition;
}

/**
 * A service that applications use: a database, a queue, a mail server.
 *
 * `addBackingService` of an application's service, or of the container, has it wait for this one and gives it the
 * variables of its connection. A class of your own sets what it needs by `addDefaults`, so that a user's value wins.
 */
export class BackingService extends ComposeService implements IBackingService {
  /** The environment variables by which an application finds the service. */
  public readonly connection: { [name: string]: ComposeValue };
  /**
   * What an application waits for.
   *
   * @default DependencyCondition.HEALTHY
   */
  public readonly condition?: DependencyCondition;

  /**
   * A service that applications use.
   *
   * @param file the compose file
   * @param name letters, digits, `.`, `_` and `-`; applications find the service by it as a host
   * @throws where the name is none or is taken, or an option is wrong
   */
  constructor(file: IComposeFile, name: string, options: BackingServiceOptions = {}) {
    const { connection = {}, condition, ...rest } = options;
    super(file, name, rest);
    const values = Object.entries(connection).map(([variable, value]) => [variable, ComposeValue._of(value)] as const);
    this.condition = condition;
    this.connection = Object.fromEntries(values);
  }
}
