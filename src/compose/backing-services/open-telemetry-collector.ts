import type { ComposeFile } from "../compose-file";
import type { ComposeValue } from "../compose-value";
import { DependencyCondition } from "../service/dependency-condition";
import { BackingService } from "./backing-service";
import type { Jaeger } from "./jaeger";
import { OtlpProtocol, otlpConnection, otlpPorts, otlpUrl, type TelemetryOptions } from "./otlp";
import { publishLocally } from "./publish-locally";
import { Release } from "./release";

/** Options of an OpenTelemetry collector. */
export interface OpenTelemetryCollectorOptions extends TelemetryOptions {
  /**
   * Where traces are handed on to.
   *
   * @default - the collector's log tells of them, as of metrics and logs
   */
  readonly jaeger?: Jaeger;
}

/**
 * OpenTelemetry collector 0.159.0, which takes traces, metrics and logs; applications find it by
 * OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_PROTOCOL. Its configuration is its command; the option `hostPort`
 * publishes the port that takes telemetry by HTTP.
 *
 * Applications wait for its start alone: its image has no program that could check its health.
 *
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export class OpenTelemetryCollector extends BackingService {
  /** The address that takes telemetry by the protocol of the options: `http://…`. */
  public readonly url: ComposeValue;

  /**
   * An OpenTelemetry collector.
   *
   * @param file the compose file
   * @param name the service's name, which is its host name for applications
   * @throws where a name is none or is taken, or an option is wrong
   */
  constructor(file: ComposeFile, name: string, options: OpenTelemetryCollectorOptions = {}) {
    const { version = "0.159.0", hostPort, protocol, jaeger, ...rest } = options;
    const { tag } = new Release(file, name, version);
    const url = otlpUrl(name, protocol);
    const connection = otlpConnection(url, protocol);
    super(file, name, { connection, condition: DependencyCondition.STARTED, ...rest });
    this.url = url;
    publishLocally(this, otlpPorts[OtlpProtocol.HTTP], hostPort);
    if (jaeger !== undefined) this.addBackingService(jaeger, {});
    this.addDefaults({
      applyDefaults: (service) =>
        service.configure({
          image: `otel/opentelemetry-collector:${tag}`,
          command: configuration(jaeger?.name).map((line) => `--config=yaml:${line}`),
        }),
    });
  }
}

/** Each line is a part of the configuration; the collector puts them together. */
function configuration(jaeger: string | undefined): string[] {
  const pipeline = (name: string, exporter: string) =>
    `service::pipelines::${name}: {receivers: [otlp], exporters: [${exporter}]}`;
  const handedOn = [
    `exporters::otlp_grpc/jaeger::endpoint: ${jaeger}:${otlpPorts.grpc}`,
    "exporters::otlp_grpc/jaeger::tls::insecure: true",
  ];
  return [
    `receivers::otlp::protocols::grpc::endpoint: 0.0.0.0:${otlpPorts.grpc}`,
    `receivers::otlp::protocols::http::endpoint: 0.0.0.0:${otlpPorts["http/protobuf"]}`,
    "exporters::debug::verbosity: basic",
    ...(jaeger === undefined ? [] : handedOn),
    pipeline("traces", jaeger === undefined ? "debug" : "otlp_grpc/jaeger"),
    pipeline("metrics", "debug"),
    pipeline("logs", "debug"),
  ];
}
