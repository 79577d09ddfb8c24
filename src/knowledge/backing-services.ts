/** A ready-made service, and what shows that a project uses its like. */
export interface BackingServiceRow {
  /** What it is, for people. */
  readonly what: string;
  /** The class, and the name that is proposed for the service. */
  readonly className: string;
  readonly serviceName: string;
  /** Further arguments of its constructor. */
  readonly options?: string;
  /**
   * Distributions that talk to it, normalised by PEP 503: `name` with whichever extras, `name[extra]` with this one,
   * `name[]` with none.
   */
  readonly distributions: readonly string[];
  /** The services whose clients make it unlikely, by their classes. */
  readonly unless?: readonly string[];
  /** What the name of an image of its kind holds. */
  readonly images: RegExp;
  /** Variables that lead an application to one. */
  readonly variables: readonly string[];
  /** Where it is said what the distributions are for. */
  readonly source: string;
}

const sqlalchemy = (...extras: string[]) => extras.map((extra) => `sqlalchemy[${extra}]`);
const databaseVariables = ["DATABASE_URL", "DATABASE_URI", "SQLALCHEMY_DATABASE_URI"];
const jaeger = {
  what: "receiver of OpenTelemetry",
  className: "Jaeger",
  serviceName: "jaeger",
  images: /jaeger|otel|opentelemetry|tempo|alloy/,
  variables: ["OTEL_EXPORTER_OTLP_ENDPOINT"],
};

/** The ready-made services that dependencies can point to, the likelier first. */
export const backingServiceRows: readonly BackingServiceRow[] = [
  {
    what: "PostgreSQL",
    className: "Postgres",
    serviceName: "db",
    distributions: [
      ...["psycopg", "psycopg-binary", "psycopg-c", "psycopg2", "psycopg2-binary", "asyncpg", "pg8000", "aiopg"],
      ...sqlalchemy("postgresql", "postgresql-asyncpg", "postgresql-pg8000", "postgresql-psycopg"),
      ...sqlalchemy("postgresql-psycopgbinary", "postgresql-psycopg2binary"),
    ],
    images: /postg|pgvector|timescale|citus|cockroach/,
    variables: databaseVariables,
    source: "https://wiki.postgresql.org/wiki/Python",
  },
  {
    what: "MySQL",
    className: "MySql",
    serviceName: "mysql",
    distributions: [
      ...["mysqlclient", "pymysql", "aiomysql", "asyncmy", "mysql-connector-python"],
      ...sqlalchemy("mysql", "pymysql", "aiomysql", "asyncmy", "mysql-connector"),
    ],
    images: /mysql|mariadb|percona/,
    variables: databaseVariables,
    source: "https://docs.sqlalchemy.org/en/20/dialects/mysql.html",
  },
  {
    what: "MariaDB",
    className: "MariaDb",
    serviceName: "mariadb",
    distributions: ["mariadb", ...sqlalchemy("mariadb-connector")],
    images: /mysql|mariadb|percona/,
    variables: databaseVariables,
    source: "https://mariadb.com/docs/connectors/mariadb-connector-python",
  },
  {
    what: "Redis",
    className: "Redis",
    serviceName: "redis",
    distributions: [
      ...["redis", "aioredis", "django-redis", "channels-redis", "rq", "django-rq", "arq", "taskiq-redis"],
      ...["celery[redis]", "kombu[redis]", "dramatiq[redis]", "faststream[redis]"],
    ],
    images: /redis|valkey|keydb|dragonfly/,
    variables: ["REDIS_URL"],
    source: "https://redis.io/docs/latest/develop/clients/redis-py/",
  },
  {
    what: "Valkey",
    className: "Valkey",
    serviceName: "valkey",
    distributions: ["valkey", "valkey-glide", "django-valkey"],
    images: /redis|valkey|keydb|dragonfly/,
    variables: ["REDIS_URL", "VALKEY_URL"],
    source: "https://valkey.io/clients/",
  },
  {
    what: "RabbitMQ",
    className: "RabbitMq",
    serviceName: "queue",
    distributions: [
      ...["pika", "aio-pika", "aiormq", "librabbitmq", "taskiq-aio-pika", "celery[librabbitmq]"],
      ...["dramatiq[rabbitmq]", "faststream[rabbit]"],
    ],
    images: /rabbitmq|lavinmq/,
    variables: ["AMQP_URL", "CELERY_BROKER_URL"],
    source: "https://www.rabbitmq.com/client-libraries/devtools#python-dev",
  },
  {
    // The broker for which Celery needs nothing else.
    what: "RabbitMQ",
    className: "RabbitMq",
    serviceName: "queue",
    distributions: ["celery[]", "kombu[]"],
    unless: ["RabbitMq", "Redis", "Valkey"],
    images: /rabbitmq|lavinmq|redis|valkey/,
    variables: ["AMQP_URL", "CELERY_BROKER_URL"],
    source: "https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/index.html",
  },
  {
    what: "MongoDB",
    className: "MongoDb",
    serviceName: "mongo",
    distributions: ["pymongo", "motor", "mongoengine", "beanie", "odmantic"],
    images: /mongo|ferretdb/,
    variables: ["MONGODB_URI", "MONGODB_URL", "MONGO_URI", "MONGO_URL"],
    source: "https://www.mongodb.com/docs/languages/python/",
  },
  {
    what: "mail server",
    className: "Mailpit",
    serviceName: "mail",
    distributions: ["aiosmtplib", "fastapi-mail", "flask-mail", "flask-mailman"],
    images: /mailpit|mailhog|mailcatcher|maildev|smtp|postfix/,
    variables: ["SMTP_HOST", "MAIL_SERVER", "EMAIL_HOST", "EMAIL_URL"],
    source: "https://mailpit.axllent.org/docs/",
  },
  {
    ...jaeger,
    distributions: ["opentelemetry-exporter-otlp", "opentelemetry-exporter-otlp-proto-http"],
    source: "https://opentelemetry.io/docs/languages/python/exporters/",
  },
  {
    ...jaeger,
    options: "{ protocol: OtlpProtocol.GRPC }",
    distributions: ["opentelemetry-exporter-otlp-proto-grpc"],
    unless: ["Jaeger"],
    source: "https://opentelemetry.io/docs/languages/python/exporters/",
  },
];
