// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the syntax that compose reads

import { TextFile } from "projen";
import type { ComposeFile } from "../../src/compose/compose-file";
import type { ComposeServiceOptions } from "../../src/compose/compose-service-options";
import { WatchAction } from "../../src/compose/service/compose-watch";
import { DependencyCondition } from "../../src/compose/service/dependency-condition";
import { NetworkMode } from "../../src/compose/service/network-mode";
import { composeFile, textOf } from "./rendered";

const image = "orders:1.4";

/** What a synth says of a file with services `db` and `app`. */
function warningsOf(
  ofDb: ComposeServiceOptions,
  ofApp: ComposeServiceOptions,
  more = (_: ComposeFile) => {},
): string[] {
  const compose = composeFile();
  const warn = jest.spyOn(compose.project.logger, "warn").mockImplementation();
  compose.addService("db", ofDb);
  compose.addService("app", ofApp);
  more(compose);
  textOf(compose);
  return warn.mock.calls.map(([text]) => text);
}

const onPort80 = (hostIp?: string) => ({ image, ports: [{ target: 80, published: 80, hostIp }] });
const depending =
  (profiles: string[], required = true) =>
  (compose: ComposeFile) => {
    compose.findService("app").configure({ profiles });
    compose.findService("app").addDependency(compose.findService("db"), DependencyCondition.STARTED, { required });
  };
const overridden = (property: string, value: unknown) => (compose: ComposeFile) =>
  compose.file.addOverride(`services.app.${property}`, value);

test.each<[string, () => string[], string]>([
  [
    "a dependency in fewer profiles",
    () => warningsOf({ image, profiles: ["dev"] }, { image }, depending(["dev", "test"])),
    'with the profile "test" too',
  ],
  [
    "a dependency in another profile",
    () => warningsOf({ image, profiles: ["db"] }, { image }, depending(["tools"])),
    'with the profile "tools" too',
  ],
  [
    "ports on no network",
    () => warningsOf({ image }, { image, networkMode: NetworkMode.NONE, ports: [{ target: 80 }] }),
    'the networkMode "none" and ports',
  ],
  ["one port of two services", () => warningsOf(onPort80(), onPort80("::1")), 'and so has the service "db"'],
  [
    "one port of two services on IPv4",
    () => warningsOf(onPort80("0.0.0.0"), onPort80("127.0.0.1")),
    'and so has the service "db"',
  ],
  [
    "a file of variables that is not there",
    () => warningsOf({ image }, { image, envFiles: [{ path: "nope.env" }] }),
    'envFiles has "nope.env", which is not there',
  ],
])("%s is told, and no more", (_, warnings, reason) => {
  expect(warnings()).toEqual([expect.stringContaining(reason)]);
});

test.each<[string, () => string[]]>([
  ["one port on addresses of two kinds", () => warningsOf(onPort80("0.0.0.0"), onPort80("::1"))],
  ["one port on all addresses of each kind", () => warningsOf(onPort80("::"), onPort80("0.0.0.0"))],
  [
    "a rebuild of a service that extends a built one",
    () =>
      warningsOf(
        { imageBuild: {} },
        { extendsService: { service: "db" }, watch: [{ path: "a", action: WatchAction.REBUILD }] },
      ),
  ],
  [
    "ports, and a network by a variable",
    () => warningsOf({ image }, { image, ports: [{ target: 80 }] }, overridden("network_mode", "${MODE:-bridge}")),
  ],
  [
    "networks, and a network by a variable",
    () =>
      warningsOf({ image }, { image }, (compose) => {
        overridden("network_mode", "${MODE:-}")(compose);
        overridden("networks", ["default"])(compose);
      }),
  ],
  [
    "no networks beside networkMode",
    () => warningsOf({ image }, { image, networkMode: NetworkMode.NONE, networks: [] }),
  ],
  [
    "profiles that the base may have",
    () => warningsOf({ image, profiles: ["dev"] }, { extendsService: { service: "db" } }, depending([])),
  ],
  [
    "a circle that is open without a profile",
    () =>
      warningsOf({ image, profiles: ["dev"] }, { image }, (compose) => {
        depending([], false)(compose);
        compose.findService("db").addDependency(compose.findService("app"));
      }),
  ],
  [
    "the same limit twice",
    () =>
      warningsOf(
        { image },
        { image, deploy: { resources: { limits: { memoryBytes: 1024 ** 3 } } } },
        overridden("mem_limit", "1g"),
      ),
  ],
  [
    "a limit by a variable",
    () =>
      warningsOf(
        { image },
        { image, deploy: { resources: { limits: { pids: 5 } } } },
        overridden("pids_limit", "${PIDS}"),
      ),
  ],
  [
    "a file of variables that need not be there",
    () => warningsOf({ image }, { image, envFiles: [{ path: "nope.env", required: false }] }),
  ],
  [
    "a file of variables that is generated",
    () =>
      warningsOf({ image }, { image, envFiles: [{ path: "own.env" }] }, (compose) => {
        new TextFile(compose.project, "own.env", { lines: [] });
      }),
  ],
])("nothing is said of %s", (_, warnings) => expect(warnings()).toEqual([]));

test("a file that is read with others may lack what they have", () => {
  const compose = composeFile({ isPartial: true });
  compose.addService("app", { links: ["db"], extendsService: { service: "base" } });
  expect(() => textOf(compose)).not.toThrow();
});

test("a service without an image leads to isPartial", () => {
  const compose = composeFile();
  compose.addService("app", { command: ["a"] });
  expect(() => textOf(compose)).toThrow("isPartial: true");
});
