import {
  type AccountOptions,
  type BackingService,
  type ComposeFile,
  Jaeger,
  Mailpit,
  MariaDb,
  MongoDb,
  MySql,
  OpenTelemetryCollector,
  Postgres,
  RabbitMq,
  Redis,
  ServicePassword,
  Valkey,
} from "../../../src";

/** Makes a service under a name. */
export type Make = (file: ComposeFile, name: string, options: AccountOptions) => BackingService;

/** Each with an account, and so a password. */
export const withPassword: readonly (readonly [string, Make])[] = [
  ["Postgres", (file, name, options) => new Postgres(file, name, options)],
  ["MySql", (file, name, options) => new MySql(file, name, options)],
  ["MariaDb", (file, name, options) => new MariaDb(file, name, options)],
  ["RabbitMq", (file, name, options) => new RabbitMq(file, name, options)],
  ["MongoDb", (file, name, options) => new MongoDb(file, name, options)],
  ["Redis", (file, name, options) => new Redis(file, name, { password: ServicePassword.variable(), ...options })],
  ["Valkey", (file, name, options) => new Valkey(file, name, { password: ServicePassword.variable(), ...options })],
];

/** Every class that there is. */
export const everyService: readonly (readonly [string, Make])[] = [
  ...withPassword,
  ["Mailpit", (file, name, { password, ...options }) => new Mailpit(file, name, options)],
  ["Jaeger", (file, name, { password, ...options }) => new Jaeger(file, name, options)],
  ["OpenTelemetryCollector", (file, name, { password, ...options }) => new OpenTelemetryCollector(file, name, options)],
];
