import type { ComposeFile } from "../compose-file";
import type { ComposeValue } from "../compose-value";
import { ServiceVolume } from "../service/service-volume";
import { Account } from "./account";
import { BackingService } from "./backing-service";
import { publishLocally } from "./publish-locally";
import type { DatabaseOptions } from "./ready-service-options";
import { Release } from "./release";

const PORT = 5432;

/**
 * PostgreSQL 18 with a database, a user and a volume; applications find it by DATABASE_URL.
 *
 * @see https://github.com/docker-library/docs/blob/master/postgres/content.md
 */
export class Postgres extends BackingService {
  /** The address of the database with user and password: `postgresql://…`. */
  public readonly url: ComposeValue;

  private readonly account: Account;
  private readonly database: string;

  /**
   * A PostgreSQL server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: DatabaseOptions = {}) {
    const { version = "18", hostPort, database = "app", userName, password, ...rest } = options;
    const { major, tag } = new Release(file, name, version);
    const account = new Account(file, name, { userName, password });
    const url = account.url("postgresql", PORT, account.filled(database));
    super(file, name, { connection: { DATABASE_URL: url }, ...rest });
    this.account = account;
    this.database = database;
    this.url = url;
    publishLocally(this, PORT, hostPort);
    const data = file.addVolume(`${name}-data`, { omitIfUnused: true });
    this.addDefaults({
      applyDefaults: (service) =>
        service.configure({
          image: `postgres:${tag}`,
          environment: {
            POSTGRES_USER: account.user,
            POSTGRES_DB: database,
            ...account.variable("POSTGRES_PASSWORD"),
          },
          secrets: account.secrets,
          // Since 18 the data lies in a folder of its release below the volume; before, a volume there would stay empty.
          volumes: [ServiceVolume.named(data, major >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data")],
          healthCheck: {
            // By the network: while the database is being made, the server listens on its socket alone.
            command: ["pg_isready", "--host=127.0.0.1", `--username=${account.user}`, `--dbname=${database}`],
            intervalSeconds: 5,
            startPeriodSeconds: 60,
          },
          // The image's documentation finds the usual 10 too short, and a killed server has to recover.
          stopGracePeriodSeconds: 90,
        }),
    });
  }

  /**
   * The same address with another scheme, for example `postgresql+psycopg` or `postgresql+asyncpg` for SQLAlchemy.
   *
   * @see https://docs.sqlalchemy.org/en/20/dialects/postgresql.html
   */
  public urlWith(scheme: string): ComposeValue {
    return this.account.url(scheme, PORT, this.database);
  }
}
