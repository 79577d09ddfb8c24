import * as exported from "../../src";
import { Postgres, type PythonContainer, Redis } from "../../src";
import { backingServiceRows } from "../../src/knowledge/backing-services";
import { PackageManager } from "../../src/pyproject/managers/package-manager";
import { containerBeside, generated } from "../container-project";
import { synthesized } from "../project-folder";

/** What a synth suggests of services, for a project with these dependencies. */
function suggested(dependencies: string, more: (container: PythonContainer) => void = () => {}): string[] {
  const list = JSON.stringify(dependencies.split(" ").filter(Boolean));
  const toml = `[project]\nname = "orders"\nversion = "1"\ndependencies = ${list}\n[dependency-groups]\ndev = ["pymongo"]\n`;
  const container = containerBeside({ "pyproject.toml": toml }, { packageManager: PackageManager.UV });
  more(container);
  const info = jest.spyOn(container.project.logger, "info").mockImplementation();
  generated(container.project);
  return info.mock.calls.flat().filter((text) => /addBackingService/.test(String(text)));
}

const proposed = (texts: string[]) =>
  texts.map((text) => /new (\w+)\(container\.compose, "(\w+)"/.exec(text)?.slice(1));

test("a client without its server is told in one line, with the call to make", () => {
  expect(suggested("psycopg[binary]>=3.2")).toEqual([
    'pyproject.toml [project].dependencies has psycopg, and compose.yaml has no PostgreSQL; container.addBackingService(new Postgres(container.compose, "db")) adds and connects one.',
  ]);
});

test.each([
  ["asyncpg", [["Postgres", "db"]]],
  ["sqlalchemy[postgresql-psycopg]", [["Postgres", "db"]]],
  ["PyMySQL", [["MySql", "mysql"]]],
  ["mariadb", [["MariaDb", "mariadb"]]],
  ["redis", [["Redis", "redis"]]],
  ["celery[redis]", [["Redis", "redis"]]],
  ["celery redis", [["Redis", "redis"]]],
  ["celery", [["RabbitMq", "queue"]]],
  ["celery pika", [["RabbitMq", "queue"]]],
  ["celery[sqs]", []],
  ["valkey", [["Valkey", "valkey"]]],
  ["motor", [["MongoDb", "mongo"]]],
  ["fastapi-mail", [["Mailpit", "mail"]]],
  ["opentelemetry-exporter-otlp", [["Jaeger", "jaeger"]]],
  ["psycopg2 django-redis", [["Postgres", "db"], ["Redis", "redis"]]], // biome-ignore format: a row
  ["sqlalchemy fastapi", []],
])("%s points to %j", (dependencies, services) => {
  expect(proposed(suggested(dependencies))).toEqual(services);
});

test("an exporter by gRPC alone is given a receiver that says so", () => {
  expect(suggested("opentelemetry-exporter-otlp-proto-grpc")[0]).toContain("{ protocol: OtlpProtocol.GRPC }");
});

test.each<[string, (container: PythonContainer) => void]>([
  ["a ready-made one is there", ({ compose }) => void new Postgres(compose, "db")],
  ["one of its kind is there", ({ compose }) => void compose.addService("x", { image: "postgis/postgis:17-3.5" })],
  ["an application is led elsewhere", ({ compose }) => compose.findService("app").addEnvironment("DATABASE_URL", "x")],
])("nothing is told where %s", (_, more) => {
  expect(suggested("psycopg", more)).toEqual([]);
});

test("one that is there says nothing of another", () => {
  const texts = suggested("psycopg redis", ({ compose }) => void new Redis(compose, "cache"));
  expect(proposed(texts)).toEqual([["Postgres", "db"]]);
});

test("nothing is added unasked", () => {
  const toml = '[project]\nname = "orders"\nversion = "1"\ndependencies = ["psycopg", "redis"]\n';
  const { project } = containerBeside({ "pyproject.toml": toml }, { packageManager: PackageManager.UV });
  expect(Object.keys(generated(project).compose.services)).toEqual(["app", "builder", "dev"]);
});

test("nothing is told of a compose file that people write", () => {
  const toml = '[project]\nname = "orders"\nversion = "1"\ndependencies = ["psycopg"]\n';
  const options = { packageManager: PackageManager.UV, handWrittenFiles: ["compose.yaml"] };
  const { project } = containerBeside({ "pyproject.toml": toml, "compose.yaml": "services: {}\n" }, options);
  const info = jest.spyOn(project.logger, "info").mockImplementation();
  synthesized(project);
  expect(info.mock.calls.flat().join()).not.toContain("addBackingService");
});

test.each(backingServiceRows.map(({ className, options }) => [className, options]))(
  "there is a %s",
  (name, options) => {
    expect(Object.keys(exported)).toEqual(expect.arrayContaining([name, ...(options?.match(/[A-Z]\w+(?=\.)/g) ?? [])]));
  },
);
