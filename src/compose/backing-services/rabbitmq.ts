import type { ComposeFile } from "../compose-file";
import type { ComposeServiceOptions } from "../compose-service-options";
import type { ComposeValue } from "../compose-value";
import { ServiceVolume } from "../service/service-volume";
import { Account } from "./account";
import { BackingService } from "./backing-service";
import { publishLocally } from "./publish-locally";
import type { AccountOptions } from "./ready-service-options";
import { Release } from "./release";

const PORT = 5672;

/**
 * RabbitMQ 4 with a user and a volume; applications find it by AMQP_URL. `version: "4-management"` has its web pages, on
 * port 15672.
 *
 * @see https://github.com/docker-library/docs/blob/master/rabbitmq/content.md
 */
export class RabbitMq extends BackingService {
  /** The address of the virtual host `/` with user and password: `amqp://…`. */
  public readonly url: ComposeValue;

  /**
   * A RabbitMQ server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: AccountOptions = {}) {
    const { version = "4", hostPort, userName, password, ...rest } = options;
    const { tag } = new Release(file, name, version);
    const account = new Account(file, name, { userName, password });
    const url = account.url("amqp", PORT, "/");
    super(file, name, { connection: { AMQP_URL: url }, ...rest });
    this.url = url;
    publishLocally(this, PORT, hostPort);
    const data = file.addVolume(`${name}-data`, { omitIfUnused: true });
    this.addDefaults({
      applyDefaults: (service) => {
        service.configure({
          image: `rabbitmq:${tag}`,
          environment: {
            // The data lies in a folder of the node's name, which is the container's id otherwise: another one each time.
            RABBITMQ_NODENAME: "rabbit@localhost",
            RABBITMQ_DEFAULT_USER: account.user,
          },
          volumes: [ServiceVolume.named(data, "/var/lib/rabbitmq")],
          healthCheck: {
            command: ["rabbitmq-diagnostics", "--quiet", "check_port_connectivity"],
            intervalSeconds: 10,
            timeoutSeconds: 20,
            startPeriodSeconds: 60,
          },
        });
        service.configure(passwordOf(account));
      },
    });
  }
}

/** Since 3.9 the image reads no file; its server has the password in its environment, and nothing else has. */
function passwordOf(account: Account): ComposeServiceOptions {
  const file = account.passwordFile;
  if (file === undefined) return { environment: account.variable("RABBITMQ_DEFAULT_PASS") };
  const start = `RABBITMQ_DEFAULT_PASS="$(cat ${file})" exec docker-entrypoint.sh rabbitmq-server`;
  return { command: ["sh", "-c", start], secrets: account.secrets };
}
