import { ComposeValue } from "../compose-value";
import type { ReadyServiceOptions } from "./ready-service-options";

/** How applications send telemetry by the OpenTelemetry protocol. */
export enum OtlpProtocol {
  /** By HTTP, to port 4318. */
  HTTP = "http/protobuf",
  /** By gRPC, to port 4317. */
  GRPC = "grpc",
}

/** The port of each. */
export const otlpPorts: { readonly [P in OtlpProtocol]: number } = { "http/protobuf": 4318, grpc: 4317 };

/** Options of a service that takes telemetry. */
export interface TelemetryOptions extends ReadyServiceOptions {
  /**
   * How applications send telemetry: what the exporters that they have can do. The service takes both.
   *
   * @default OtlpProtocol.HTTP
   */
  readonly protocol?: OtlpProtocol;
}

/** The address at which a service takes telemetry. */
export function otlpUrl(host: string, protocol: OtlpProtocol = OtlpProtocol.HTTP): ComposeValue {
  return ComposeValue.literal(`http://${host}:${otlpPorts[protocol]}`);
}

/**
 * The variables that all exporters read.
 *
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export function otlpConnection(
  url: ComposeValue,
  protocol: OtlpProtocol = OtlpProtocol.HTTP,
): { [name: string]: ComposeValue } {
  return { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: ComposeValue.literal(protocol) };
}
