// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import {
  type BackingService,
  type ComposeFile,
  Jaeger,
  Mailpit,
  MariaDb,
  MongoDb,
  MySql,
  OpenTelemetryCollector,
  OtlpProtocol,
  Postgres,
  RabbitMq,
  Redis,
  ServicePassword,
  Valkey,
} from "../../../src";
import { composeFile } from "../rendered";

const otlp = {
  OTEL_EXPORTER_OTLP_ENDPOINT: "http://traces:4318",
  OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
};

test.each<[string, (file: ComposeFile) => BackingService, object]>([
  [
    "Postgres",
    (file) => new Postgres(file, "db"),
    { DATABASE_URL: "postgresql://app:${DB_PASSWORD:-development}@db:5432/app" },
  ],
  [
    "Postgres with names of one's own",
    (file) => new Postgres(file, "orders-db", { userName: "me@home", database: "a/b" }),
    { DATABASE_URL: "postgresql://me%40home:${ORDERS_DB_PASSWORD:-development}@orders-db:5432/a%2Fb" },
  ],
  ["MySql", (file) => new MySql(file, "db"), { DATABASE_URL: "mysql://app:${DB_PASSWORD:-development}@db:3306/app" }],
  [
    "MariaDb for root",
    (file) => new MariaDb(file, "db", { userName: "root" }),
    { DATABASE_URL: "mysql://root:${DB_PASSWORD:-development}@db:3306/app" },
  ],
  ["Redis", (file) => new Redis(file, "cache"), { REDIS_URL: "redis://cache:6379/0" }],
  [
    "Redis with a password",
    (file) => new Redis(file, "cache", { password: ServicePassword.variable("PW", "x") }),
    { REDIS_URL: "redis://:${PW:-x}@cache:6379/0" },
  ],
  ["Valkey", (file) => new Valkey(file, "cache"), { REDIS_URL: "redis://cache:6379/0" }],
  [
    "RabbitMq",
    (file) => new RabbitMq(file, "queue"),
    { AMQP_URL: "amqp://app:${QUEUE_PASSWORD:-development}@queue:5672/%2F" },
  ],
  [
    "MongoDb",
    (file) => new MongoDb(file, "db"),
    { MONGODB_URI: "mongodb://app:${DB_PASSWORD:-development}@db:27017/app?authSource=admin" },
  ],
  ["Mailpit", (file) => new Mailpit(file, "mail"), { SMTP_HOST: "mail", SMTP_PORT: "1025" }],
  ["Jaeger", (file) => new Jaeger(file, "traces"), otlp],
  ["OpenTelemetryCollector", (file) => new OpenTelemetryCollector(file, "traces"), otlp],
])("applications find %s", (_, make, connection) => {
  expect(JSON.parse(JSON.stringify(make(composeFile()).connection))).toEqual(connection);
});

test.each<[string, (file: ComposeFile) => { toJSON(): string }, string]>([
  [
    "Postgres for SQLAlchemy",
    (file) => new Postgres(file, "db").urlWith("postgresql+psycopg"),
    "postgresql+psycopg://app:${DB_PASSWORD:-development}@db:5432/app",
  ],
  [
    "MySql for SQLAlchemy",
    (file) => new MySql(file, "db").urlWith("mysql+pymysql"),
    "mysql+pymysql://app:${DB_PASSWORD:-development}@db:3306/app",
  ],
  ["Mailpit", (file) => new Mailpit(file, "mail").url, "smtp://mail:1025"],
  ["Jaeger by gRPC", (file) => new Jaeger(file, "traces", { protocol: OtlpProtocol.GRPC }).url, "http://traces:4317"],
])("the address of %s", (_, url, text) => {
  expect(url(composeFile()).toJSON()).toBe(text);
});

test.each(["userName", "database"])("an empty %s is a mistake", (option) => {
  expect(() => new Postgres(composeFile(), "db", { [option]: "" })).toThrow(/service "db": a text is empty/);
});
