// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { projenrcText } from "../../src/compare/projenrc-text";
import { afterPasting, comparedWith, differencesOf } from "./compared";

const dockerfile = (...lines: string[]) => ["FROM python:3.13-slim-trixie", ...lines, ""].join("\n");
const compose = (...lines: string[]) => ["services:", "  app:", "    build: .", ...lines, ""].join("\n");

/** Files with many differences at once, the topic of each, and code that is among what carries it over. */
const packs: readonly {
  readonly files: Record<string, string>;
  readonly kinds: readonly (readonly [string, string])[];
}[] = [
  {
    files: {
      Dockerfile: [
        "ARG TAG=3.12-slim-bookworm",
        "FROM r.example.com/hub/python:$TAG",
        "COPY --from=ghcr.io/astral-sh/uv:0.9.1 /uv /bin/",
        "RUN apt-get update && apt-get install -y ffmpeg gcc && rm -rf /var/lib/apt/lists/*",
        "RUN locale-gen en_US.UTF-8",
        'SHELL ["/bin/bash", "-c"]',
        "MAINTAINER Orders team",
        "ENV LOG_LEVEL=info PATH=/opt/tool/bin:$PATH PYTHONPATH=/plugins",
        "ARG SHA",
        "ENV COMMIT=v$SHA",
        "WORKDIR /srv/orders",
        "COPY alembic.ini .",
        "COPY . .",
        "COPY tests /app/tests",
        "COPY --from=nginx:1.29 /etc/a.conf /etc/a.conf",
        "ADD https://example.com/a /a",
        "ADD --checksum=be1f38e https://example.com/b.git#v1 /b",
        "RUN uv sync --no-dev --extra s3 --group server",
        "RUN python -m orders.assets",
        "RUN pip freeze > /app/frozen.txt",
        "RUN true > /etc/marker",
        "RUN toString --x",
        "COPY <<-EOF /etc/app.conf",
        "a: b",
        "EOF",
        "COPY --chmod=755 orders/__init__.py /usr/local/bin/run",
        "RUN python3 <<EOF",
        "print(1)",
        "EOF",
        "RUN useradd --uid 1001 orders && mkdir /data && chown -R orders:orders /data",
        "USER orders",
        "EXPOSE 9000 9001",
        "VOLUME /data",
        "ONBUILD RUN make",
        "STOPSIGNAL SIGINT",
        "HEALTHCHECK CMD curl -f http://localhost:9000/up || exit 1",
        "CMD uvicorn orders.main:app --reload",
        "",
      ].join("\n"),
      "alembic.ini": "",
      "templates/a.html": "",
      "tests/a.py": "",
    },
    kinds: [
      ["Python version", 'pythonVersion: "3.12"'],
      ["Debian release", 'debianSuite: "bookworm"'],
      ["registry of the base image", 'registryMirror: "r.example.com/hub"'],
      ["version of uv", 'packageManagerVersion: "0.9.1"'],
      ["extras", 'productionExtras: ["s3"]'],
      ["dependency groups", 'productionGroups: ["server"]'],
      ["system packages to run", '"--no-install-recommends", "ffmpeg"]'],
      ["file alembic.ini in /app/alembic.ini", 'addCopy(["alembic.ini"], "/app/")'],
      ["file templates in /app/templates", 'addCopy(["templates"], "/app/templates")'],
      ["file tests in /app/tests", 'dockerignore.addExceptions("tests")'],
      ["file /etc/a.conf in /etc/a.conf", 'addCopyFromImage(ImageReference.of("nginx:1.29")'],
      ["file https://example.com/a in /a", 'addDownload("https://example.com/a", "/a")'],
      ["file https://example.com/b.git#v1 in /b", '"/b", { commit: "be1f38e" }'],
      ["step locale-gen en_US.UTF-8", 'section("system packages").addRunShell("locale-gen en_US.UTF-8")'],
      ["step python -m orders.assets", '"PATH=/opt/venv/bin:$PATH python -m orders.assets"'],
      ["step mkdir /data && chown -R orders:orders /data", `'mkdir /data && chown -R "\${UID}:\${GID}" /data'`],
      ["step pip freeze > /app/frozen.txt", 'addRunShell("pip freeze > /app/frozen.txt")'],
      ["step true > /etc/marker", 'addRunShell("true > /etc/marker")'],
      ["step toString --x", 'addRunShell("toString --x")'],
      ["instruction COPY <<-EOF /etc/app.conf\na: b\nEOF", 'addRaw("COPY <<-EOF /etc/app.conf\\na: b\\nEOF")'],
      [
        "file orders/__init__.py in /usr/local/bin/run",
        'addCopy(["orders/__init__.py"], "/usr/local/bin/run", { chmod: "755" })',
      ],
      ["step print(1)", '{ interpreter: "python3" }'],
      ["environment LOG_LEVEL", 'addEnv("LOG_LEVEL", "info")'],
      ["environment COMMIT", 'DockerfileWord.join("v", DockerfileWord.variable("SHA"))'],
      ["environment PATH", '"/opt/venv/bin:/opt/tool/bin:"'],
      ["environment PYTHONPATH", '"PYTHONPATH", "/plugins"'],
      ["label maintainer", 'addLabel("maintainer", "Orders team")'],
      ["port", "port: 9000"],
      ["port 9001", "addExpose(9001)"],
      ["user", 'addArg("UID", { default: "1001" })'],
      ["stop signal", 'addStopSignal("SIGINT")'],
      ["instruction VOLUME /data", 'section("runtime").addVolume("/data")'],
      ['instruction SHELL ["/bin/bash","-c"]', 'addShell(["/bin/bash", "-c"])'],
      ["instruction ONBUILD RUN make", 'addOnBuild().addRaw("RUN make")'],
      ["command", 'command: ["uvicorn", "orders.main:app", "--reload"]'],
      ["health check", 'healthCheckPath: "/up"'],
    ],
  },
  {
    files: {
      Dockerfile: dockerfile(
        "RUN pip install poetry==2.1.0 && poetry install --only main",
        "WORKDIR /opt",
        'ENTRYPOINT ["./run.sh", "--"]',
        "CMD exec gunicorn -b :$PORT orders",
        'HEALTHCHECK --interval=1m CMD ["orders", "check"]',
      ),
    },
    kinds: [
      ["package manager", "packageManager: PackageManager.POETRY"],
      ["version of poetry", 'packageManagerVersion: "2.1.0"'],
      ["folder", 'addWorkdir("/opt")'],
      ["entry point", 'addEntrypoint(["/opt/run.sh", "--"])'],
      ["command", 'command: ["sh", "-c", "exec gunicorn -b :$PORT orders"]'],
      ["health check", '["orders", "check"], { intervalSeconds: 60, }'],
    ],
  },
  {
    files: { Dockerfile: dockerfile("WORKDIR /app", "COPY . .", 'CMD ["fastapi", "run", "orders/main.py"]') },
    kinds: [["file orders in /app/orders", 'addCopy(["orders"], "/app/orders")']],
  },
  { files: { Dockerfile: dockerfile("HEALTHCHECK NONE") }, kinds: [["health check", "addNoHealthCheck()"]] },
  {
    files: {
      "compose.yaml": [
        "name: shop",
        "x-common: &common {LEVEL: info}",
        "services:",
        "  web:",
        "    build: {context: ., args: [BASE=1, UID=7]}",
        "    image: example/orders:1",
        "    environment:",
        "      <<: *common",
        `      MIXED: "a\${B:-c}$$d"`,
        "      API_TOKEN: hunter2",
        "    env_file: .env",
        `    ports: ["80:8000", "127.0.0.1:\${DNS:-53}:53/udp"]`,
        '    volumes: ["data:/data:ro", "./a:/etc/a"]',
        "    command: [other]",
        "    restart: on-failure:3",
        "    profiles: [web]",
        "    healthcheck: {test: [CMD, up], interval: 1m30s}",
        "    depends_on: {db: {condition: service_healthy}}",
        "    networks: {front: {aliases: [shop]}}",
        "    secrets: [token]",
        "    logging: {driver: local}",
        "    hostname: shop",
        "    privileged: false",
        "    dns: 10.0.0.1",
        "    deploy: {resources: {limits: {memory: 512M, cpus: '0.5'}}, replicas: '${WORKERS:-1}'}",
        "    tmpfs: /run",
        "    stop_grace_period: 30s",
        "  db:",
        "    image: postgres:17",
        "    command: postgres -c fsync=off",
        "    scale: ${DATABASES:-1}",
        "    restart: $POLICY",
        "    mem_limit: 1g",
        "  worker:",
        "    build: .",
        "    command: celery worker",
        "    depends_on: {db: {condition: service_started}, web: {condition: service_started, required: false}}",
        "  migrate: {build: ., command: [migrate], profiles: [tools]}",
        "volumes: {data: {external: true}}",
        "networks: {front: {internal: true}}",
        "secrets: {token: {file: ./token}}",
        "configs: {web: {file: ./web.conf}}",
        "",
      ].join("\n"),
    },
    kinds: [
      ["name", 'addOverride("name", "shop")'],
      ["volume data", 'addVolume("data", { external: true })'],
      ["network front", 'addNetwork("front", { internal: true })'],
      ["secret token", 'addSecret("token", { file: "./token" })'],
      ["configs", 'addOverride("configs", { web: { file: "./web.conf" } })'],
      [
        "service db",
        'addService("db", { image: "postgres:17", command: ["postgres", "-c", "fsync=off"], scale: ComposeValue.variable("DATABASES", "1") })',
      ],
      ["service worker", 'container.addCommand("worker", ["celery", "worker"])'],
      ["service migrate", 'container.addCommand("migrate", ["migrate"], { oneOff: true })'],
      ["app image", 'imageName: "example/orders"'],
      ["app build.args UID", 'addBuildArgument("UID", "7")'],
      ["app environment LEVEL", 'addEnvironment("LEVEL", "info")'],
      ["app environment MIXED", 'ComposeValue.join("a", ComposeValue.variable("B", "c"), "$d")'],
      ["app environment API_TOKEN", 'addEnvironment("API_TOKEN", ComposeValue.required("API_TOKEN", ""))'],
      ["app env file .env", 'addEnvFile({ path: ".env" })'],
      ["app ports 8000/tcp", "addPort({ target: 8000, published: 80 })"],
      [
        "app ports 53/udp",
        'published: ComposeValue.variable("DNS", "53"), hostIp: "127.0.0.1", protocol: ComposePortProtocol.UDP',
      ],
      ["app volumes /data", 'ServiceVolume.named(compose.findVolume("data"), "/data", { readOnly: true })'],
      ["app volumes /etc/a", 'ServiceVolume.bind("./a", "/etc/a", { createHostPath: true })'],
      ["app command", 'configure({ command: ["other"] })'],
      ["app restart", "RestartPolicy.onFailure(3)"],
      ["app profiles web", 'configure({ profiles: ["web"] })'],
      ["app healthcheck", 'healthCheck: { command: ["up"], intervalSeconds: 90 }'],
      ["app depends on db", 'addDependency( compose.findService("db"), DependencyCondition.HEALTHY, )'],
      ["app networks front", 'addNetwork(compose.findNetwork("front"), "shop")'],
      ["app secrets token", 'addSecret(compose.findSecret("token"))'],
      ["app logging.driver", 'logging: { driver: "local" }'],
      ["app hostname", 'hostname: "shop"'],
      ["app privileged", "privileged: false"],
      ["app dns 10.0.0.1", 'dns: ["10.0.0.1"]'],
      ["app deploy.resources.limits.memory", "deploy: { resources: { limits: { memoryBytes: 536870912 } } }"],
      ["app deploy.replicas", 'deploy: { replicas: ComposeValue.variable("WORKERS", "1") }'],
      ["app deploy.resources.limits.cpus", "deploy: { resources: { limits: { cpus: 0.5 } } }"],
      ["app tmpfs /run", 'tmpfs: ["/run"]'],
      ["app stop grace period", "stopGracePeriodSeconds: 30"],
    ],
  },
  {
    files: { ".dockerignore": "docs/\n!docs/keep\n**/*.tmp\n", "docs/a": "", "a/b.tmp": "" },
    kinds: [
      ["pattern docs/", 'addPatterns("docs/")'],
      ["pattern **/*.tmp", 'addPatterns("**/*.tmp")'],
    ],
  },
  {
    files: {
      "compose.yaml": compose("    depends_on: [db]", "  db: {image: a}", "  db2: {image: b, depends_on: [db]}"),
    },
    kinds: [
      ["app depends on db", 'addDependency(compose.findService("db"))'],
      ["service db2", 'compose.findService("db2").addDependency(compose.findService("db"))'],
    ],
  },
];

describe.each(packs.map(({ files, kinds }) => [Object.keys(files)[0], files, kinds] as const))(
  "%s",
  (_, files, kinds) => {
    let before: Map<string, string>;
    let after: Set<string>;
    let code: string;
    beforeAll(() => {
      const { folder, comparison } = comparedWith(files);
      before = new Map(differencesOf(comparison.files).map(({ topic, way }) => [topic, way.kind]));
      after = new Set(differencesOf(afterPasting(folder, comparison)).map(({ topic }) => topic));
      code = inOneLine(projenrcText(comparison));
    });

    test.each(kinds)("%s is carried over by what is printed", (topic, printed) => {
      const isPrinted = code.includes(inOneLine(printed)) || code;
      expect([before.get(topic), isPrinted, after.has(topic)]).toEqual(["carry", true, false]);
    });

    test("nothing else that carries over is left", () => {
      expect([...before].filter(([topic, kind]) => kind === "carry" && after.has(topic))).toEqual([]);
    });
  },
);

function inOneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/([([]) /g, "$1")
    .replaceAll(/,? ([)\]])/g, "$1")
    .replaceAll(", }", " }");
}
