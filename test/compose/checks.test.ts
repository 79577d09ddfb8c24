import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ComposeFile } from "../../src/compose/compose-file";
import type { ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { ComposeValue } from "../../src/compose/compose-value";
import type { ComposeYamlFile } from "../../src/compose/compose-yaml-file";
import { yamlText } from "../../src/compose/render/yaml-text";
import { WatchAction } from "../../src/compose/service/compose-watch";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { NetworkMode } from "../../src/compose/service/network-mode";
import { ServiceVolume } from "../../src/compose/service/service-volume";
import { composeFile, textOf } from "./rendered";

const image = "orders";

/** A file with a service `app` and whatever else. */
function fileWith(options: ComposeServiceOptions, more: (compose: ComposeFile) => void = () => {}): ComposeFile {
  const compose = composeFile();
  more(compose);
  compose.addService("app", options);
  return compose;
}

const db = (options: ComposeServiceOptions) => (compose: ComposeFile) => void compose.addService("db", options);
const dependent = (profiles: string[], ofDb: string[], required = true) => {
  const compose = composeFile();
  const database = compose.addService("db", { image, profiles: ofDb });
  compose.addService("app", { image, profiles }).addDependency(database, DependencyCondition.STARTED, { required });
  return compose;
};
const overridden = (path: string, value: unknown) => {
  const compose = fileWith({ image });
  compose.file.addOverride(`services.app.${path}`, value);
  return compose;
};
/** Services `db` and `app` with these properties of the specification. */
const both = (ofDb: object, ofApp: object) => {
  const compose = fileWith({ image }, db({ image }));
  for (const [name, properties] of Object.entries({ db: ofDb, app: ofApp })) {
    for (const [property, value] of Object.entries(properties)) {
      compose.file.addOverride(`services.${name}.${property}`, value);
    }
  }
  return compose;
};
const withNull = () => {
  const compose = fileWith({ image });
  compose.file.addOverride("services.b", null);
  return compose;
};
const withNetwork = () => {
  const compose = composeFile();
  const network = compose.addNetwork("back");
  compose.addService("app", { image, networkMode: NetworkMode.HOST, networks: [{ network }] });
  return compose;
};

/** What compose itself refuses when it reads the file. */
const refused: [string, () => ComposeFile, string][] = [
  ["no image", () => fileWith({ command: ["a"] }), "neither image nor imageBuild"],
  ["networkMode and networks", withNetwork, 'the networkMode "host" and networks "back"'],
  [
    "containerName and scale",
    () => fileWith({ image, containerName: "one", scale: 2 }),
    'containerName "one" and 2 containers',
  ],
  [
    "containerName and replicas",
    () => fileWith({ image, containerName: "one", deploy: { replicas: 3 } }),
    "leave out containerName or deploy.replicas",
  ],
  [
    "scale and replicas",
    () => fileWith({ image, scale: 3, deploy: { replicas: 2 } }),
    "scale is 3 and deploy.replicas is 2",
  ],
  [
    "dockerfile and dockerfileInline",
    () => fileWith({ imageBuild: { dockerfile: "a", dockerfileInline: "FROM b" } }),
    "leave out dockerfile or dockerfileInline",
  ],
  [
    "platform and platforms",
    () => fileWith({ platform: "linux/amd64", imageBuild: { platforms: ["linux/arm64"] } }),
    'the platform "linux/amd64" is not among',
  ],
  ["an unknown dependency", () => overridden("depends_on.cache.condition", "service_started"), 'service "cache"'],
  ["a link to nobody", () => fileWith({ image, links: ["cache:redis"] }), 'links names the service "cache"'],
  [
    "the network of nobody",
    () => fileWith({ image, networkMode: NetworkMode.service("cache") }),
    'the service "cache"',
  ],
  ["the memory of nobody", () => fileWith({ image, ipc: "service:cache" }), 'ipc names the service "cache"'],
  [
    "the volumes of nobody",
    () => fileWith({ image, volumesFrom: ["cache:ro"] }),
    'volumesFrom names the service "cache"',
  ],
  [
    "a dependency in a profile",
    () => dependent([], ["dev"]),
    'starts with the profile "dev" alone, and this one always does',
  ],
  ["an unknown secret", () => overridden("secrets", ["token"]), 'secrets has "token", which the file has not'],
  ["an unknown secret of a build", () => overridden("build", { context: ".", secrets: ["token"] }), 'has "token"'],
  ["an unknown config", () => overridden("configs", ["settings"]), 'configs has "settings"'],
  ...(
    [
      ["network", { network_mode: "service:app" }, { network_mode: "service:db" }],
      ["links", { links: ["app"] }, { links: ["db:database"] }],
      ["volumes", { volumes_from: ["app:ro"] }, { volumes_from: ["db"] }],
      ["memory", { ipc: "service:app" }, { ipc: "service:db" }],
      ["processes", { pid: "service:app" }, { pid: "service:db" }],
      ["dependencies and links", { depends_on: ["app"] }, { links: ["db"] }],
    ] as const
  ).map(([what, ofDb, ofApp]): [string, () => ComposeFile, string] => [
    `a circle of ${what}`,
    () => both(ofDb, ofApp),
    '"db" → "app" → "db"',
  ]),
  ["the network of itself", () => overridden("network_mode", "service:app"), '"app" → "app"'],
  ["the base of nobody", () => fileWith({ extendsService: { service: "nope" } }), 'extendsService has "nope"'],
  ["a base that is itself", () => fileWith({ extendsService: { service: "app" } }), 'extend each other: "app" → "app"'],
  ["a circle of bases", () => both({ extends: "app" }, { extends: { service: "db" } }), '"db" → "app" → "db"'],
  ...(
    [
      ["pids_limit", 5, "limits", "pids", 6],
      ["mem_limit", "1g", "limits", "memory", "512m"],
      ["mem_reservation", "1g", "reservations", "memory", "512m"],
      ["cpus", 1, "limits", "cpus", "2"],
    ] as const
  ).map(([property, value, group, name, other]): [string, () => ComposeFile, string] => [
    `two values of ${property}`,
    () => both({}, { [property]: value, deploy: { resources: { [group]: { [name]: other } } } }),
    `and deploy.resources.${group}.${name} is`,
  ]),
  ...["services", "volumes", "secrets", "configs"].map((kind): [string, () => ComposeFile, string] => [
    `a name with a space in ${kind}`,
    () => {
      const compose = fileWith({ image });
      compose.file.addOverride(`${kind}.a b`, { image, file: "a" });
      return compose;
    },
    '"a b" is no name of a',
  ]),
  ["a health check of unknown kind", () => overridden("healthcheck.test", ["curl", "a"]), 'begins with "curl"'],
  ["a service that is null", withNull, 'service "b": the service has neither image'],
  ["an unknown network", () => overridden("networks", { back: { priority: 1 } }), 'networks has "back"'],
];

/** What compose takes, and what fails or does nothing when it runs. */
const senseless: [string, () => ComposeFile, string][] = [
  [
    "ports and the network of another service",
    () => fileWith({ image, networkMode: NetworkMode.service("db"), ports: [{ target: 80 }] }, db({ image })),
    'the networkMode "service:db" and ports',
  ],
  [
    "one name of two containers",
    () => fileWith({ image, containerName: "one" }, db({ image, containerName: "one" })),
    'and so is that of the service "db"',
  ],
  [
    "volumes and tmpfs at one path",
    () => fileWith({ image, tmpfs: ["/a:size=1m"], volumes: [ServiceVolume.bind(".", "/a")] }),
    'both mount something at "/a"',
  ],
  ["an unknown volume", () => overridden("volumes", [{ type: "volume", source: "b", target: "/b" }]), 'has "b"'],
  [
    "a rebuild without a build",
    () => fileWith({ image, watch: [{ path: "a", action: WatchAction.REBUILD }] }),
    "the service isn't built",
  ],
  ...["src", "./src/", "src/orders"].map((path): [string, () => ComposeFile, string] => [
    `a copy of ${path} below a bind mount`,
    () =>
      fileWith({
        image,
        volumes: [ServiceVolume.bind("./src", "/app")],
        watch: [{ path, action: WatchAction.SYNC, target: "/app" }],
      }),
    'below the bind mount of "./src"',
  ]),
];

test.each([...refused, ...senseless])("%s stops the synth", (_, make, reason) => {
  expect(() => textOf(make())).toThrow(reason);
});

test.each<[string, () => ComposeFile]>([
  ["a dependency in the same profiles", () => dependent(["dev"], ["dev", "test"])],
  ["a dependency that isn't required in a profile", () => dependent([], ["dev"], false)],
  [
    "an image by an override",
    () => {
      const compose = fileWith({});
      compose.file.addOverride("services.app.image", "orders");
      return compose;
    },
  ],
  ["a service that extends another one", () => fileWith({ extendsService: { service: "base", file: "base.yaml" } })],
  [
    "one port in two profiles",
    () =>
      fileWith(
        { image, profiles: ["a"], ports: [{ target: 80, published: 80 }] },
        db({ image, profiles: ["b"], ports: [{ target: 80, published: 80 }] }),
      ),
  ],
  [
    "one port on two addresses",
    () =>
      fileWith(
        { image, ports: [{ target: 80, published: 80, hostIp: "127.0.0.1" }] },
        db({ image, ports: [{ target: 80, published: 80, hostIp: "127.0.0.2" }] }),
      ),
  ],
  [
    "one port by a variable",
    () => {
      const published = ComposeValue.variable("PORT", "80");
      return fileWith({ image, ports: [{ target: 80, published }] }, db({ image, ports: [{ target: 80, published }] }));
    },
  ],
  [
    "a copy beside a bind mount",
    () =>
      fileWith({
        image,
        volumes: [ServiceVolume.bind("./src", "/app")],
        watch: [{ path: "src2", action: WatchAction.SYNC, target: "/b" }],
      }),
  ],
  [
    "a rebuild below a bind mount",
    () =>
      fileWith({
        imageBuild: {},
        volumes: [ServiceVolume.bind("./src", "/app")],
        watch: [{ path: "src", action: WatchAction.REBUILD }],
      }),
  ],
  [
    "a service of a file that is included",
    () => {
      const compose = fileWith({ image, links: ["cache"] });
      compose.addInclude({ paths: ["cache.yaml"] });
      return compose;
    },
  ],
])("%s is fine", (_, make) => expect(() => textOf(make())).not.toThrow());

const ifAnswers = spawnSync("docker", ["compose", "version"]).status === 0 ? test : test.skip;

ifAnswers.each(refused)("docker compose refuses %s", (_, make) => {
  const compose = make();
  const file = join(compose.project.outdir, compose.fileName);
  writeFileSync(file, yamlText((compose.file as ComposeYamlFile)._content() as never));
  expect(spawnSync("docker", ["compose", "-f", file, "--profile", "test", "config", "-q"]).status).not.toBe(0);
});
