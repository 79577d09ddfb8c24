import type { CustomManager } from "./custom-manager";

const IMAGE = "(?:[\\w.-]+(?::\\d+)?/)?[a-z0-9._/-]+";
const REFERENCE = `["'](?<depName>${IMAGE}):(?<currentValue>\\w[\\w.-]*)(?:@(?<currentDigest>sha256:[a-f0-9]{64}))?["']`;

/** The calls that take an image, or a feature of a dev container, as a text. */
const CALLS = ["StageBase\\.image", "ImageReference\\.of", "DevContainerSource\\.image", "\\.addFeature"];

/** The manager for images that stand in the projenrc file as texts. */
export const imageManager: CustomManager = {
  description: "images",
  matchStrings: [`\\bimage["']?:\\s*${REFERENCE}`, `(?:${CALLS.join("|")})\\(\\s*${REFERENCE}`],
  datasourceTemplate: "docker",
  versioningTemplate: "docker",
};

/** The images of the ready-made services, by their classes. */
export const serviceImages: Readonly<Record<string, string>> = {
  Jaeger: "cr.jaegertracing.io/jaegertracing/jaeger",
  Mailpit: "axllent/mailpit",
  MariaDb: "mariadb",
  MongoDb: "mongo",
  MySql: "mysql",
  OpenTelemetryCollector: "otel/opentelemetry-collector",
  Postgres: "postgres",
  RabbitMq: "rabbitmq",
  Redis: "redis",
  Valkey: "valkey/valkey",
};

/** Those whose next major release does not read the files of the one before. */
export const databaseImages: readonly string[] = ["MariaDb", "MongoDb", "MySql", "Postgres"].map(
  (name) => serviceImages[name],
);

/** The managers for the option `version` of ready-made services. */
export const serviceManagers: readonly CustomManager[] = Object.entries(serviceImages).map(([name, image]) => ({
  description: `option version of ${name}`,
  matchStrings: [`\\bnew ${name}\\([^;]*?\\bversion:\\s*["'](?<currentValue>v?\\d[\\w.-]*)["']`],
  datasourceTemplate: "docker",
  depNameTemplate: image,
  versioningTemplate: "docker",
}));
