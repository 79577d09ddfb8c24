// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import type { ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { ComposeValue } from "../../src/compose/compose-value";
import { NetworkMode } from "../../src/compose/service/network-mode";
import { PullPolicy } from "../../src/compose/service/pull-policy";
import { ServiceVolume } from "../../src/compose/service/service-volume";
import { composeFile, contentOf, serviceContent } from "./rendered";

const variable = ComposeValue.variable("V");
const bytes = (memoryBytes: number): ComposeServiceOptions => ({ deploy: { resources: { limits: { memoryBytes } } } });
const memory = (text: string) => ({ deploy: { resources: { limits: { memory: text } } } });
const devices = (...list: object[]) => ({ deploy: { resources: { reservations: { devices: list } } } });

test.each<[ComposeServiceOptions, object]>([
  [bytes(0), memory("0")],
  [bytes(1000), memory("1000b")],
  [bytes(1536), memory("1536b")],
  [bytes(2048), memory("2k")],
  [bytes(512 * 1024 ** 2), memory("512m")],
  [bytes(3 * 1024 ** 3), memory("3g")],
  [{ ulimits: { nofile: { soft: 1 } } }, { ulimits: { nofile: { soft: 1, hard: 1 } } }],
  [{ ulimits: { core: { soft: 0, hard: -1 } } }, { ulimits: { core: { soft: 0, hard: -1 } } }],
  [{ devices: [{ source: "/dev/dri" }] }, { devices: [{ source: "/dev/dri", target: "/dev/dri" }] }],
  [
    { devices: [{ source: "vendor.com/gpu=all" }] },
    { devices: [{ source: "vendor.com/gpu=all", target: "vendor.com/gpu=all" }] },
  ],
  [{ gpus: [{}] }, { gpus: [{ count: "all", capabilities: ["gpu"] }] }],
  [
    { deploy: { resources: { reservations: { devices: [{ count: 1 }] } } } },
    devices({ count: 1, capabilities: ["gpu"] }),
  ],
  [
    { deploy: { resources: { reservations: { devices: [{ deviceIds: ["0"], capabilities: ["tpu"] }] } } } },
    devices({ device_ids: ["0"], capabilities: ["tpu"] }),
  ],
  [{ networkMode: NetworkMode.service("db") }, { network_mode: "service:db" }],
  [{ networkMode: NetworkMode.container("a1") }, { network_mode: "container:a1" }],
  [{ pullPolicy: PullPolicy.everyHours(12) }, { pull_policy: "every_12h" }],
  [{ groupAdd: [variable] }, { group_add: ["${V}"] }],
  [
    { capAdd: [variable], capDrop: [variable] },
    { cap_add: ["${V}"], cap_drop: ["${V}"] },
  ],
  [{ profiles: [variable] }, { profiles: ["${V}"] }],
  [
    { cpuset: variable, storageOpt: { size: variable } },
    { cpuset: "${V}", storage_opt: { size: "${V}" } },
  ],
  [{ devices: [{ source: variable }] }, { devices: [{ source: "${V}", target: "${V}" }] }],
  [
    { links: [variable], dnsOpt: [variable] },
    { links: ["${V}"], dns_opt: ["${V}"] },
  ],
  [{ volumesFrom: [variable] }, { volumes_from: ["${V}"] }],
  [{ memswapLimitBytes: -1 }, { memswap_limit: -1 }],
  [{ scale: variable }, { scale: "${V}" }],
  [{ deploy: { replicas: variable } }, { deploy: { replicas: "${V}" } }],
  [{ deploy: { resources: { limits: { cpus: variable } } } }, { deploy: { resources: { limits: { cpus: "${V}" } } } }],
  [{ deploy: { resources: { limits: { memoryBytes: variable } } } }, memory("${V}")],
  [{ hostname: "a$b" }, { hostname: "a$$b" }],
  [{ hostname: ComposeValue.variable("HOST") }, { hostname: "${HOST}" }],
  [
    { extensions: { "x-a": ["$1", { b: null, c: 2, d: ComposeValue.variable("D") }] } },
    { "x-a": ["$$1", { b: null, c: 2, d: "${D}" }] },
  ],
  [
    { volumes: [ServiceVolume.tmpfs("/t", { mode: "1770" })] },
    { volumes: [{ type: "tmpfs", target: "/t", tmpfs: { mode: 0o1770 } }] },
  ],
  [{ volumes: [ServiceVolume.anonymous("/t")] }, { volumes: [{ type: "volume", target: "/t" }] }],
  [{ postStart: [{ command: ["a", "$b"] }] }, { post_start: [{ command: ["a", "$$b"] }] }],
])("%j", (options, written) => {
  const compose = composeFile();
  if (options.networkMode !== undefined) compose.addService("db", { image: "postgres" });
  const { image, ...content } = contentWith(compose, options);
  expect(content).toEqual(written);
});

/** What the file holds for a service with these options. */
function contentWith(compose: ReturnType<typeof composeFile>, options: ComposeServiceOptions) {
  compose.addService("app", { image: "orders", ...options });
  return contentOf(compose).services.app;
}

test.each<[ComposeServiceOptions, string]>([
  [bytes(-1), 'service "app" deploy.resources.limits.memoryBytes: -1 is no whole number'],
  [{ deploy: { resources: { limits: { cpus: 0 } } } }, "deploy.resources.limits.cpus: 0 is no amount"],
  [{ deploy: { mode: "swarm" as never } }, 'deploy.mode: "swarm" is not known; allowed are "replicated"'],
  [{ deploy: { cpus: 1 } as never }, '"deploy.cpus" is no property'],
  [{ gpus: [{ count: 1, deviceIds: ["0"] }] }, "gpus: a request for devices has a count and deviceIds"],
  [{ ulimits: { nofile: { soft: 1.5 } } }, "ulimits soft: 1.5 is no limit"],
  [{ extensions: { note: 1 } }, '"note" is no name of an extension; the name starts with x-; use "x-note"'],
  [{ postStart: [{ command: ["a"], shell: true } as never] }, '"shell" is no property'],
  ...["localhost", "[::1]", "127.1", "010.0.0.1", "256.0.0.1", "fe80::1%eth0", "::1::"].map(
    (hostIp): [ComposeServiceOptions, string] => [
      { ports: [{ target: 80, hostIp }] },
      `ports: ${JSON.stringify(hostIp)} is no IP address`,
    ],
  ),
  [{ credentialSpec: {} }, "credentialSpec: the credential spec has no source"],
  [{ credentialSpec: { file: "a", registry: "b" } }, "leave out all of file, registry but one"],
  [{ memSwappiness: 500 }, "memSwappiness: 500 is no percentage"],
  [{ deploy: null as never }, "deploy: null is no value; leave the property out"],
  [{ environment: null as never }, "environment: null is no value"],
  [{ containerName: "" }, "containerName: a text is empty"],
])("%j is refused", (options, reason) => {
  expect(() => composeFile().addService("app", options)).toThrow(reason);
});

test.each([
  ["440", "0440"],
  ["0400", "0400"],
])("the permissions %s are those of octal digits", (mode, digits) => {
  const compose = composeFile();
  const secret = compose.addSecret("token", { file: "./token" });
  compose.addService("app", { image: "orders", secrets: [{ secret, mode }] });
  expect(contentOf(compose).services.app.secrets).toEqual([{ source: "token", mode: Number.parseInt(digits, 8) }]);
});

test.each(["888", "rw", "04400", 440 as never])("%j are no permissions", (mode) => {
  const compose = composeFile();
  const secret = compose.addSecret("token", { file: "./token" });
  expect(() => compose.addService("app", { secrets: [{ secret, mode }] })).toThrow("are no permissions");
});

test("of limits by default one that the user gives is replaced, and no other", () => {
  const limits = { cpus: 1, pids: 100 };
  const app = serviceContent({ deploy: { resources: { limits: { cpus: 2 } } } }, (service) =>
    service.addDefaults({ applyDefaults: (each) => each.configure({ deploy: { resources: { limits } } }) }),
  );
  expect(app.deploy.resources.limits).toEqual({ cpus: 2, pids: 100 });
});

test("what is wrong with a mount names its type", () => {
  expect(() => ServiceVolume.tmpfs("/t", { mode: "rw" })).toThrow('tmpfs mount mode: "rw" are no permissions');
});

test.each([
  ["network", (file: ReturnType<typeof composeFile>) => file.addNetwork("a", { external: true, enableIpv6: true })],
  ["secret", (file: ReturnType<typeof composeFile>) => file.addSecret("a", { external: true, driver: "vault" })],
  [
    "config",
    (file: ReturnType<typeof composeFile>) => file.addConfig("a", { external: true, templateDriver: "golang" }),
  ],
])("an external %s has no options for making it", (kind, add) => {
  expect(() => add(composeFile())).toThrow(`the ${kind} is external and has options for making it`);
});

test.each([
  ["service", "$" + "{DB}"],
  ["service", ""],
  ["service", "db\n"],
  ["container", "$" + "{DB}"],
] as const)("the network mode of a %s has no %j for a name", (kind, name) =>
  expect(() => NetworkMode[kind](name)).toThrow(`is no name of a ${kind}`),
);
