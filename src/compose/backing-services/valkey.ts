import type { ComposeFile } from "../compose-file";
import type { KeyValueStoreOptions } from "./ready-service-options";
import { Redis, type RedisProgram } from "./redis";

/**
 * Valkey 9, which speaks Redis' protocol: all else is as with Redis, the variable REDIS_URL too.
 *
 * @see https://github.com/valkey-io/valkey-container/blob/mainline/dockerhub-description.md
 */
export class Valkey extends Redis {
  /**
   * A Valkey server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: KeyValueStoreOptions = {}) {
    super(file, name, { ...options, version: options.version ?? "9" });
  }

  /** @internal */
  protected _program(tag: string): RedisProgram {
    return { image: `valkey/valkey:${tag}`, server: "valkey-server", client: "valkey-cli" };
  }
}
