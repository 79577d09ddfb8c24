import type { ComposeFile } from "../compose-file";
import type { ComposeValue } from "../compose-value";
import { ServiceVolume } from "../service/service-volume";
import { Account } from "./account";
import { BackingService } from "./backing-service";
import { publishLocally } from "./publish-locally";
import type { DatabaseOptions } from "./ready-service-options";
import { Release } from "./release";

const PORT = 27017;

/**
 * MongoDB 8.0 with a user and a volume; applications find it by MONGODB_URI. The user is the server's root user.
 *
 * @see https://github.com/docker-library/docs/blob/master/mongo/content.md
 */
export class MongoDb extends BackingService {
  /** The address of the database with user and password: `mongodb://…`. */
  public readonly url: ComposeValue;

  /**
   * A MongoDB server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: DatabaseOptions = {}) {
    const { version = "8.0", hostPort, database = "app", userName, password, ...rest } = options;
    const { tag } = new Release(file, name, version);
    const account = new Account(file, name, { userName, password });
    const url = account.url("mongodb", PORT, account.filled(database), "?authSource=admin");
    super(file, name, { connection: { MONGODB_URI: url }, ...rest });
    this.url = url;
    publishLocally(this, PORT, hostPort);
    const data = file.addVolume(`${name}-data`, { omitIfUnused: true });
    this.addDefaults({
      applyDefaults: (service) =>
        service.configure({
          image: `mongo:${tag}`,
          environment: {
            MONGO_INITDB_ROOT_USERNAME: account.user,
            ...account.variable("MONGO_INITDB_ROOT_PASSWORD"),
            MONGO_INITDB_DATABASE: database,
          },
          secrets: account.secrets,
          volumes: [ServiceVolume.named(data, "/data/db")],
          healthCheck: {
            // By the network: while the user is being made, the server listens on 127.0.0.1 alone.
            shell: `mongosh --quiet --host "$HOSTNAME" --eval 'db.adminCommand("ping")'`,
            intervalSeconds: 10,
            startPeriodSeconds: 60,
          },
        }),
    });
  }
}
