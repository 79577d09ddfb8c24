import type { ComposeFile } from "../compose-file";
import { MySql, type MySqlProgram } from "./mysql";
import type { DatabaseOptions } from "./ready-service-options";

/**
 * MariaDB 12.3, which speaks MySQL's protocol: all else is as with MySQL.
 *
 * @see https://github.com/docker-library/docs/blob/master/mariadb/content.md
 */
export class MariaDb extends MySql {
  /**
   * A MariaDB server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: DatabaseOptions = {}) {
    super(file, name, { ...options, version: options.version ?? "12.3" });
  }

  /** @internal */
  protected _program(tag: string): MySqlProgram {
    return {
      image: `mariadb:${tag}`,
      prefix: "MARIADB",
      healthCheck: ["healthcheck.sh", "--connect", "--innodb_initialized"],
    };
  }
}
