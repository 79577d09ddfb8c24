// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { readContent } from "../../src/compose/checks/read-content";
import type { ComposeFile } from "../../src/compose/compose-file";
import { composeFile, textOf } from "./rendered";

const image = "orders";

/** A file with services `db` and `app`, and one property of `app` as an override gives it. */
function overridden(property: string, value: unknown): ComposeFile {
  const compose = composeFile();
  for (const name of ["db", "app"]) compose.addService(name, { image });
  compose.addVolume("data");
  compose.addSecret("key", { file: "key.txt" });
  compose.file.addOverride(`services.app.${property}`, value);
  return compose;
}

test.each<[string, unknown]>([
  ["tmpfs", "/run"],
  ["tmpfs", null],
  ["ports", [{ target: 80, published: 8080 }, 9090, "127.0.0.1:80:80/udp", "1000-1001:80-81"]],
  ["ports", null],
  ["volumes", ["data:/a", "./src:/b:ro", "/c", "${WHERE:-data}:/d", "C:\\data:/e"]],
  ["depends_on", ["db"]],
  ["depends_on", { db: null }],
  ["build", "."],
  ["build", { context: ".", additional_contexts: ["base=service:db"] }],
  ["extends", "db"],
  ["networks", ["default"]],
  ["networks", { default: null }],
  ["secrets", ["key"]],
  ["scale", "2"],
  ["scale", "${COUNT:-2}"],
  ["deploy", null],
  ["profiles", null],
  ["develop", null],
  ["env_file", [{ path: "nope.env", required: false }]],
])("%s may be %j", (property, value) => {
  expect(() => textOf(overridden(property, value))).not.toThrow();
});

test("a service that is null lacks an image", () => {
  expect(() => readContent({ services: { b: null } })).not.toThrow();
  expect(readContent({ services: { b: null } }).services.b).toMatchObject({ hasImage: false, build: undefined });
});

test.each<[string, string, unknown, string]>([
  ["a volume", "volumes", ["other:/a"], 'volumes has "other"'],
  ["a secret", "secrets", [{ source: "other" }], 'secrets has "other"'],
  ["a dependency", "depends_on", ["other"], 'dependencies names the service "other"'],
  [
    "a context",
    "build",
    { additional_contexts: ["base=service:other"] },
    'additionalContexts names the service "other"',
  ],
  ["a base", "extends", "other", 'extendsService has "other"'],
])("%s that nobody has is found in the short form too", (_what, property, value, reason) => {
  expect(() => textOf(overridden(property, value))).toThrow(reason);
});

test("one path is mounted once, in the short forms too", () => {
  const compose = overridden("tmpfs", "/a:size=1m");
  compose.file.addOverride("services.app.volumes", [".:/a"]);
  expect(() => textOf(compose)).toThrow('both mount something at "/a"');
});

test.each<[unknown, object]>([
  [
    { target: 80, published: 8080 },
    { published: "8080", target: "80", protocol: "tcp" },
  ],
  [80, { published: undefined, target: "80", protocol: "tcp" }],
  ["8080:80/udp", { published: "8080", target: "80", protocol: "udp" }],
  ["127.0.0.1:8080:80", { published: "8080", target: "80", hostIp: "127.0.0.1", protocol: "tcp" }],
  ["[::1]:8080:80", { published: "8080", target: "80", hostIp: "::1", protocol: "tcp" }],
  ["127.0.0.1::80", { published: undefined, target: "80", hostIp: "127.0.0.1", protocol: "tcp" }],
  ["${PORT:-8080}:80", { published: "8080", target: "80", protocol: "tcp" }],
  ["${PORT}:80", { protocol: "tcp" }],
])("the port %j is read", (port, read) => {
  expect(readContent({ services: { app: { ports: [port] } } }).services.app.ports).toEqual([read]);
});
