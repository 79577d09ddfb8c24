import type { ComposeFile } from "../compose-file";
import { ComposeValue } from "../compose-value";
import { BackingService } from "./backing-service";
import { publishLocally } from "./publish-locally";
import type { ReadyServiceOptions } from "./ready-service-options";
import { Release } from "./release";

const SMTP_PORT = 1025;
const WEB_PORT = 8025;

/**
 * Mailpit v1.30, which takes all mail and delivers none; applications find it by SMTP_HOST and SMTP_PORT. The option
 * `hostPort` publishes the page that shows the mail. Nothing is kept: a new container has no mail.
 *
 * @see https://mailpit.axllent.org/docs/install/docker/
 */
export class Mailpit extends BackingService {
  /** The address that takes mail: `smtp://…`. */
  public readonly url: ComposeValue;

  /**
   * A Mailpit server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: ReadyServiceOptions = {}) {
    const { version = "v1.30", hostPort, ...rest } = options;
    const { tag } = new Release(file, name, version);
    super(file, name, { connection: { SMTP_HOST: name, SMTP_PORT: `${SMTP_PORT}` }, ...rest });
    this.url = ComposeValue.literal(`smtp://${name}:${SMTP_PORT}`);
    publishLocally(this, WEB_PORT, hostPort);
    this.addDefaults({
      applyDefaults: (service) =>
        service.configure({
          image: `axllent/mailpit:${tag}`,
          healthCheck: { command: ["/mailpit", "readyz"], intervalSeconds: 5, startPeriodSeconds: 10 },
        }),
    });
  }
}
