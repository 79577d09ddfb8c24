import type { ComposeFile } from "../compose-file";
import type { ComposeValue } from "../compose-value";
import { BackingService } from "./backing-service";
import { otlpConnection, otlpUrl, type TelemetryOptions } from "./otlp";
import { publishLocally } from "./publish-locally";
import { Release } from "./release";

const WEB_PORT = 16686;

/**
 * Jaeger 2.20.0, which takes traces by the OpenTelemetry protocol and shows them; applications find it by
 * OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_PROTOCOL. The option `hostPort` publishes the page that shows them.
 *
 * It takes no metrics and logs: `OpenTelemetryCollector` takes them too. Traces are kept in memory.
 *
 * @see https://www.jaegertracing.io/docs/latest/getting-started/
 */
export class Jaeger extends BackingService {
  /** The address that takes traces by the protocol of the options: `http://…`. */
  public readonly url: ComposeValue;

  /**
   * A Jaeger server.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: TelemetryOptions = {}) {
    const { version = "2.20.0", hostPort, protocol, ...rest } = options;
    const { tag } = new Release(file, name, version);
    const url = otlpUrl(name, protocol);
    super(file, name, { connection: otlpConnection(url, protocol), ...rest });
    this.url = url;
    publishLocally(this, WEB_PORT, hostPort);
    this.addDefaults({
      applyDefaults: (service) =>
        service.configure({
          image: `cr.jaegertracing.io/jaegertracing/jaeger:${tag}`,
          healthCheck: {
            command: ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:13133/status"],
            intervalSeconds: 5,
            startPeriodSeconds: 30,
          },
        }),
    });
  }
}
