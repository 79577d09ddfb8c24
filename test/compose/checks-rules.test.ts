// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { ContainerChecks, ServicePassword } from "../../src";
import { everyService, withPassword } from "./backing-services/every-service";
import { composeFile } from "./rendered";

const image = "orders:1.4";

/** The rules that find something in services of these properties of the specification. */
function foundIn(services: Record<string, object>): string[] {
  const compose = composeFile();
  for (const [name, properties] of Object.entries(services)) {
    compose.addService(name, { image });
    for (const [property, value] of Object.entries(properties)) {
      compose.file.addOverride(`services.${name}.${property}`, value);
    }
  }
  const { errors, warnings } = ContainerChecks.of(compose)._findings();
  return [...errors, ...warnings].map(({ rule }) => `${rule}`);
}
const foundInApp = (properties: object) => foundIn({ app: properties });

test.each<[string, object, string]>([
  ["a list of variables", { environment: ["SMTP_PASSWORD=hunter2"] }, "PasswordInComposeFile"],
  ["a label", { labels: { "com.example.token": "q8Zt4x" } }, "PasswordInComposeFile"],
  ["a build argument", { build: { context: ".", args: { API_KEY: "q8Zt4x" } } }, "PasswordInComposeFile"],
  ["a word of a command", { command: ["server", "--password=hunter2"] }, "PasswordInComposeFile"],
  ["the word after an option", { command: ["server", "--password", "hunter2"] }, "PasswordInComposeFile"],
  ["the text of a command", { command: "server --password hunter2" }, "PasswordInComposeFile"],
  ["a URL", { command: ["server", "amqp://app:hunter2@queue/"] }, "PasswordInComposeFile"],
  ["the password of a Redis", { command: ["redis-server", "--requirepass", "hunter22x"] }, "PasswordInComposeFile"],
  ["the password of a MySQL", { healthcheck: { test: ["CMD", "mysqladmin", "-phunter22x"] } }, "PasswordInComposeFile"],
  ["a shell's text", { command: ["sh", "-c", "redis-server --requirepass hunter22x"] }, "PasswordInComposeFile"],
  ["an annotation", { annotations: { "com.example.token": "q8Zt4x" } }, "PasswordInComposeFile"],
  ["an extension", { "x-shared": { mail: [{ SMTP_PASSWORD: "hunter22x" }] } }, "PasswordInComposeFile"],
  [
    "a Dockerfile in the file",
    { build: { dockerfile_inline: "FROM scratch\nENV DB_PASSWORD=hunter22x" } },
    "PasswordInComposeFile",
  ],
  ["a default that is a key", { environment: { K: "${K:------BEGIN PRIVATE KEY-----}" } }, "SecretInComposeFile"],
])("a secret in %s is found", (_, properties, rule) => expect(foundInApp(properties)).toEqual([rule]));

test.each<[string, object]>([
  ["a variable", { environment: { DB_PASSWORD: "${DB_PASSWORD}" } }],
  ["a variable with a default", { environment: { DB_PASSWORD: "${DB_PASSWORD:-hunter2}" } }],
  ["a variable that compose hands on", { environment: { DB_PASSWORD: null } }],
  ["a file that holds it", { environment: { DB_PASSWORD_FILE: "/run/secrets/db" } }],
  ["a command's option of a file", { command: ["server", "--password-file", "/run/secrets/db"] }],
  ["the user's name again", { environment: { DB_USER: "shop", DB_PASSWORD: "shop" } }],
  ["the program's name", { environment: { KEYCLOAK_ADMIN_PASSWORD: "keycloak" } }],
  ["a port of another server", { command: ["server", "-p8000"] }],
  ["an option after an option", { command: ["server", "--password", "--verbose"] }],
])("%s is no secret", (_, properties) => expect(foundInApp(properties)).toEqual([]));

test.each([
  ["a line of a config", { configs: { smtp: { content: "user = orders\npassword = hunter22x\n" } } }],
  ["an extension of the file", { "x-mail": { SMTP_PASSWORD: "hunter22x" } }],
])("a secret in %s is found", (_, content) => {
  const compose = composeFile({ isPartial: true });
  for (const [key, value] of Object.entries(content)) compose.file.addOverride(key, value);
  expect(ContainerChecks.of(compose)._findings().warnings).toEqual([
    expect.objectContaining({ rule: "PasswordInComposeFile" }),
  ]);
});

test("a port of three services is told once for each that has to change", () => {
  const ports = ["9000:80"];
  expect(foundIn({ db: { ports }, app: { ports }, worker: { ports } })).toEqual(
    Array.from({ length: 2 }, () => "DuplicateHostPort"),
  );
});

test("a test of a health check that is a whole command is not shown", () => {
  const compose = composeFile();
  compose.addService("app", { image });
  compose.file.addOverride("services.app.healthcheck.test", ["curl -u admin:hunter22x localhost"]);
  expect(ContainerChecks.of(compose)._findings().errors).toEqual([
    expect.objectContaining({ what: "the test of healthCheck begins with a whole command" }),
  ]);
});

test.each([
  ["redis:8", ["DependencyNeverHealthy"]],
  ["docker.io/library/postgres:18", ["DependencyNeverHealthy"]],
  ["valkey/valkey:9", ["DependencyNeverHealthy"]],
  ["mail:2", []],
])("a service waits for the health of %s", (name, found) => {
  const app = { depends_on: { db: { condition: "service_healthy" } } };
  expect(foundIn({ db: { image: name }, app })).toEqual(found);
  expect(foundIn({ db: { image: name, healthcheck: { test: ["CMD", "check"] } }, app })).toEqual([]);
});

test.each<[string, object, object, boolean]>([
  ["a port in a range", { ports: ["8000-8010:80-90"] }, { ports: ["8005:80"] }, true],
  ["ranges that overlap", { ports: ["8000-8010:80-90"] }, { ports: ["8010-8020:80-90"] }, true],
  ["ranges beside each other", { ports: ["8000-8009:80-89"] }, { ports: ["8010-8020:80-90"] }, false],
  ["a range of which one is taken", { ports: ["8000-8010:80"] }, { ports: ["8005:80"] }, false],
  ["a default of a variable", { ports: ["${PORT:-8000}:80"] }, { ports: ["8000:80"] }, true],
  ["a default in the long form", { ports: [{ target: 80, published: "${PORT:-8000}" }] }, { ports: ["8000:80"] }, true],
  ["a variable alone", { ports: ["${PORT}:80"] }, { ports: ["8000:80"] }, false],
  ["TCP and UDP", { ports: ["8000:80/udp"] }, { ports: ["8000:80"] }, false],
])("%s: %j and %j", (_, db, app, collide) => {
  expect(foundIn({ db, app })).toEqual(collide ? ["DuplicateHostPort"] : []);
});
test.each<[string, object, string[]]>([
  ["one port twice", { ports: ["8000:80", "8000:81"] }, ["DuplicateHostPort"]],
  ["one port of two containers", { ports: ["8000:80"], scale: 2 }, ["DuplicateHostPort"]],
  ["a range of two containers", { ports: ["8000-8010:80"], scale: 2 }, []],
])("%s of a service", (_, properties, found) => expect(foundInApp(properties)).toEqual(found));

test.each<[string, object, string]>([
  ["a capability", { cap_add: ["CAP_SYS_ADMIN"] }, "DangerousCapability"],
  ["the host's processes", { pid: "host" }, "HostNamespaceShared"],
  ["the host's memory", { ipc: "host" }, "HostNamespaceShared"],
  ["root by its number", { user: "0:0" }, "RootService"],
])("%s of a service is told, but for one of a profile", (_, properties, rule) => {
  expect(foundInApp(properties)).toEqual([rule]);
  expect(foundInApp({ ...properties, profiles: ["debug"] })).toEqual([]);
});

test.each<[string, object, string]>([
  ["all rights", { privileged: true, cap_add: ["ALL"] }, "PrivilegedService"],
  ["the engine's socket", { volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }, "DockerSocketMounted"],
  ["podman's socket", { volumes: ["/run/podman/podman.sock:/run/docker.sock"] }, "DockerSocketMounted"],
])("%s of a service is told, of one of a profile too", (_, properties, rule) => {
  expect(foundInApp(properties)).toEqual([rule]);
  expect(foundInApp({ ...properties, profiles: ["debug"] })).toEqual([rule]);
});

test.each<[string, string[]]>([
  ["orders-desk", []],
  ["orders-desk:latest", ["UnpinnedServiceImage"]],
  ["orders/desk", ["UnpinnedServiceImage"]],
  ["postgres", ["UnpinnedServiceImage"]],
  ["postgres:latest", ["UnpinnedServiceImage"]],
  ["registry.example.com:5000/postgres", ["UnpinnedServiceImage"]],
  ["postgres:${VERSION:-latest}", ["UnpinnedServiceImage"]],
  ["postgres:18", []],
  ["postgres:${VERSION:-18}", []],
  ["postgres:${VERSION}", []],
  [`postgres@sha256:${"0".repeat(64)}`, []],
])("the image %s", (name, found) => expect(foundInApp({ image: name })).toEqual(found));

test("what another service builds is no image of others", () => {
  expect(foundIn({ app: { image: "orders", build: "." }, worker: { image: "orders" } })).toEqual([]);
});

test.each<[string, object, string[]]>([
  ["a Redis", { image: "redis:8", ports: ["6379:6379"] }, ["PublicDatabase"]],
  ["a Redis on all addresses", { image: "redis:8", ports: ["0.0.0.0:6379:6379"] }, ["PublicDatabase"]],
  ["a Redis on this machine", { image: "redis:8", ports: ["127.0.0.1:6379:6379"] }, []],
  [
    "a Redis with a password",
    { image: "redis:8", ports: ["6379:6379"], command: "redis-server --requirepass $${P}" },
    [],
  ],
  ["a MongoDB", { image: "mongo:8", ports: ["27017:27017"] }, ["PublicDatabase"]],
  ["a PostgreSQL", { image: "postgres:18", ports: ["5432:5432"] }, []],
  [
    "a PostgreSQL that trusts",
    { image: "postgres:18", ports: ["5432:5432"], environment: { POSTGRES_HOST_AUTH_METHOD: "trust" } },
    ["PublicDatabase"],
  ],
  [
    "a server whose security is turned off",
    { image: "elasticsearch:9.1.0", ports: ["9200:9200"], environment: { "xpack.security.enabled": "false" } },
    ["PublicDatabase"],
  ],
  [
    "an OpenSearch that trusts",
    { image: "opensearch:3", ports: ["9200:9200"], environment: { DISABLE_SECURITY_PLUGIN: "true" } },
    ["PublicDatabase"],
  ],
  ["a Redis that nothing publishes", { image: "redis:8", expose: ["6379"] }, []],
])("the published port of %s", (_, properties, found) => expect(foundInApp(properties)).toEqual(found));

test.each<[string, object]>([
  [
    "a folder that the engine is to make",
    { volumes: [{ type: "bind", source: "./data", target: "/data", bind: { create_host_path: true } }] },
  ],
  ["a folder of the host", { volumes: ["/srv/orders:/data"] }],
  ["a folder of a variable", { volumes: ["${DATA:-./data}:/data"] }],
  ["a folder of the user's", { volumes: ["~/orders:/data"] }],
  ["the project's folder", { volumes: [".:/data"] }],
])("nothing is said of %s that is mounted", (_, properties) => expect(foundInApp(properties)).toEqual([]));

test.each<[string, object, string[]]>([
  ["a folder that is not there", { context: "nope" }, ["ComposeFileSourceMissing"]],
  ["a Dockerfile that is not there", { dockerfile: "docker/Nope.Dockerfile" }, ["ComposeFileSourceMissing"]],
  ["a repository", { context: "https://git.example.com/orders.git", dockerfile: "Nope" }, []],
  ["a folder of a variable", { context: "${FOLDER:-nope}" }, []],
  ["a text of the file", { dockerfile_inline: "FROM debian:13-slim" }, []],
])("a service that is built of %s", (_, build, found) => expect(foundInApp({ build })).toEqual(found));

test.each([
  ["secrets", { file: "secrets/db" }, ["ComposeFileSourceMissing"]],
  ["secrets", { file: "${HOME}/db" }, []],
  ["secrets", { file: "~/db" }, []],
  ["configs", { file: "./settings.toml" }, ["ComposeFileSourceMissing"]],
  ["configs", { content: "a" }, []],
])("one of %s of %j", (kind, item, found) => {
  const compose = composeFile({ isPartial: true });
  compose.file.addOverride(`${kind}.db`, item);
  const { errors, warnings } = ContainerChecks.of(compose)._findings();
  expect([...errors, ...warnings].map(({ rule }) => rule)).toEqual(found);
});

test.each([
  ["volumes", "data"],
  ["networks", "back"],
])("one of %s that is in a partial file may be used elsewhere", (kind, name) => {
  const compose = composeFile({ isPartial: true });
  compose.addService("app");
  compose.file.addOverride(`${kind}.${name}`, {});
  expect(ContainerChecks.of(compose)._findings()).toEqual({ errors: [], warnings: [] });
});
test("the network that services join by themselves is used", () => {
  const compose = composeFile();
  compose.addService("app", { image });
  compose.addNetwork("default");
  expect(ContainerChecks.of(compose)._findings().warnings).toEqual([]);
});

test.each(everyService)("nothing is found in a ready-made %s", (_, make) => {
  const compose = composeFile();
  compose.addService("app", { image }).addBackingService(make(compose, "other", {}));
  expect(ContainerChecks.of(compose)._findings()).toEqual({ errors: [], warnings: [] });
});
test.each(withPassword)("nothing is found in a %s with a secret", (_, make) => {
  const compose = composeFile();
  compose
    .addService("app", { image })
    .addBackingService(make(compose, "other", { password: ServicePassword.secret() }));
  expect(ContainerChecks.of(compose)._findings()).toEqual({ errors: [], warnings: [] });
});
