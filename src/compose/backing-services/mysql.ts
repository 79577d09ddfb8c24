import type { ComposeFile } from "../compose-file";
import type { ComposeServiceOptions } from "../compose-service-options";
import type { ComposeValue } from "../compose-value";
import { ServiceVolume } from "../service/service-volume";
import { Account } from "./account";
import { BackingService } from "./backing-service";
import { publishLocally } from "./publish-locally";
import type { DatabaseOptions } from "./ready-service-options";
import { Release } from "./release";

const PORT = 3306;

/** What MySQL and MariaDB differ in. */
export interface MySqlProgram {
  readonly image: string;
  /** What the names of the image's variables start with. */
  readonly prefix: string;
  readonly healthCheck: string[];
}

/**
 * MySQL 9.7 with a database, a user and a volume; applications find it by DATABASE_URL.
 *
 * The user has rights on its database alone. The user `root`, who may make others as Django's tests do, has the same
 * password: with the option `userName: "root"` applications connect as root.
 *
 * @see https://github.com/docker-library/docs/blob/master/mysql/content.md
 */
export class MySql extends BackingService {
  /** The address of the database with user and password: `mysql://…`. */
  public readonly url: ComposeValue;

  private readonly account: Account;
  private readonly database: string;

  /**
   * A MySQL server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: DatabaseOptions = {}) {
    const { version = "9.7", hostPort, database = "app", userName, password, ...rest } = options;
    const { tag } = new Release(file, name, version);
    const account = new Account(file, name, { userName, password });
    const url = account.url("mysql", PORT, account.filled(database));
    super(file, name, { connection: { DATABASE_URL: url }, ...rest });
    this.account = account;
    this.database = database;
    this.url = url;
    publishLocally(this, PORT, hostPort);
    const data = file.addVolume(`${name}-data`, { omitIfUnused: true });
    this.addDefaults({
      applyDefaults: (service) =>
        service.configure({ ...this.settings(tag), volumes: [ServiceVolume.named(data, "/var/lib/mysql")] }),
    });
  }

  /**
   * The same address with another scheme, for example `mysql+pymysql` for SQLAlchemy.
   *
   * @see https://docs.sqlalchemy.org/en/20/dialects/mysql.html
   */
  public urlWith(scheme: string): ComposeValue {
    return this.account.url(scheme, PORT, this.database);
  }

  /** @internal */
  protected _program(tag: string): MySqlProgram {
    return {
      image: `mysql:${tag}`,
      prefix: "MYSQL",
      // By the network: while the database is being made, the server listens on its socket alone.
      healthCheck: ["mysqladmin", "ping", "--host=127.0.0.1", "--silent"],
    };
  }

  private settings(tag: string): ComposeServiceOptions {
    const { account, database } = this;
    const { image, prefix, healthCheck } = this._program(tag);
    // Root is there in any case, and the image refuses it as a further user.
    const user =
      account.user === "root" ? {} : { [`${prefix}_USER`]: account.user, ...account.variable(`${prefix}_PASSWORD`) };
    return {
      image,
      environment: { [`${prefix}_DATABASE`]: database, ...user, ...account.variable(`${prefix}_ROOT_PASSWORD`) },
      secrets: account.secrets,
      healthCheck: { command: healthCheck, intervalSeconds: 5, startPeriodSeconds: 60 },
    };
  }
}
