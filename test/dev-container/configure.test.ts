import type { DevContainerProperties } from "../../src/dev-container/dev-container-properties";
import { LifecycleCommand } from "../../src/dev-container/lifecycle-command";
import { PortAutoForward } from "../../src/dev-container/port-attributes";
import { addTheRest, EVERY_PROPERTY } from "./every-property";
import { Defaults, IMAGE, made } from "./made";

const shell = LifecycleCommand.shell;

test.each(EVERY_PROPERTY)("%s takes every property later too", (_kind, { source = IMAGE, ...properties }) => {
  const [early, late] = [made({ source, ...properties }), made({ source })];
  late.devContainer.configure(properties);
  for (const { devContainer } of [early, late]) addTheRest(devContainer);
  expect(late.written()).toEqual(early.written());
});

describe.each<[DevContainerProperties, DevContainerProperties]>([
  [{ name: "a" }, { name: "b" }],
  [{ remoteUser: "computed" }, { remoteUser: "ada" }],
  [{ jetbrainsBackend: "PyCharm" }, { jetbrainsBackend: "IntelliJ" }],
  [{ workspaceFolder: "/workspaces/a" }, { workspaceFolder: "/workspaces/b" }],
  [{ init: true }, { init: false }],
  [{ features: { "ghcr.io/a/b:1": { version: "1" } } }, { features: { "ghcr.io/a/b:2": {} } }],
  [{ postCreateCommand: shell("a") }, { postCreateCommand: LifecycleCommand.parallel({ b: shell("b") }) }],
  [{ hostRequirements: { cpus: 2 } }, { hostRequirements: { cpus: 4 } }],
])("a computed %j", (computed, users) => {
  test("stands where the user says nothing", () => {
    const { devContainer, written } = made();
    devContainer.addDefaults(new Defaults((to) => to.configure(computed)));
    expect(written()).toEqual(made(computed).written());
  });
  test.each([true, false])(`gives way to ${JSON.stringify(users)}, given before it (%s)`, (isBefore) => {
    const { devContainer, written } = made();
    if (isBefore) devContainer.configure(users);
    devContainer.addDefaults(new Defaults((to) => to.configure(computed)));
    if (!isBefore) devContainer.configure(users);
    expect(written()).toEqual(made(users).written());
  });
});

describe("what is given twice", () => {
  test.each<[DevContainerProperties, DevContainerProperties, object]>([
    [
      { runArgs: ["-e", "A=1"] },
      { runArgs: ["-e", "B=2", "-e", "C=3"] },
      { runArgs: ["-e", "A=1", "-e", "B=2", "-e", "C=3"] },
    ],
    [{ capAdd: ["A"] }, { capAdd: ["B", "A"] }, { capAdd: ["A", "B"] }],
    [{ appPort: ["80"] }, { appPort: ["81"] }, { appPort: [80, 81] }],
    [
      { hostRequirements: { cpus: 2 } },
      { hostRequirements: { memory: "8gb" } },
      { hostRequirements: { cpus: 2, memory: "8gb" } },
    ],
    [
      { otherPortsAttributes: { label: "a" } },
      { otherPortsAttributes: { onAutoForward: PortAutoForward.SILENT } },
      { otherPortsAttributes: { label: "a", onAutoForward: "silent" } },
    ],
  ])("grows: %j and %j", (one, other, both) => {
    const { devContainer, written } = made(one);
    devContainer.configure(other);
    expect(written()).toMatchObject(both);
  });
  test("is one where it is the same", () => {
    const properties = { remoteUser: "ada", runArgs: ["--gpus=all"], securityOpt: ["a"] };
    const { devContainer, written } = made(properties);
    devContainer.configure(properties);
    expect(written()).toEqual(made(properties).written());
  });
  test.each<[string, DevContainerProperties, DevContainerProperties]>([
    ['remoteUser is "a" and "b"; a property has one value', { remoteUser: "a" }, { remoteUser: "b" }],
    ['hostRequirements "cpus" is 1 and 2', { hostRequirements: { cpus: 1 } }, { hostRequirements: { cpus: 2 } }],
    [
      'postCreateCommand is "a" and "b"',
      { postCreateCommand: shell("a") },
      { postCreateCommand: LifecycleCommand.shell("b") },
    ],
  ])("conflicts: %s", (message, one, other) => {
    const { devContainer } = made(one);
    expect(() => devContainer.configure(other)).toThrow(`.devcontainer/devcontainer.json: ${message}`);
  });
});

test("what it has can be read, computed or not", () => {
  const { devContainer } = made({ workspaceFolder: "/workspaces/orders/" });
  devContainer.addDefaults(new Defaults((to) => to.configure({ remoteUser: "ada" })));
  expect([devContainer.workspaceFolder, devContainer.remoteUser]).toEqual(["/workspaces/orders", "ada"]);
});

test("properties are checked together, however they came, before a file is written", () => {
  const { devContainer, written } = made({ remoteUser: "1000" });
  devContainer.addDefaults(new Defaults((to) => to.configure({ updateRemoteUserUID: false })));
  expect(written).not.toThrow();
  devContainer.configure({ updateRemoteUserUID: true });
  expect(written).toThrow('remoteUser "1000" is a number');
});
