import { DevContainerMount } from "../../src/dev-container/dev-container-mount";
import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { made } from "./made";

const own = (name: string): Record<string, string> => Object.fromEntries([[name, "a"]]);

test.each(["__proto__", "constructor", "toJSON"])(
  "the name %s, which would be lost, is refused at any depth",
  (name) => {
    expect(() => made({ settings: { a: [own(name)] } })).toThrow(`settings has the key "${name}"`);
    expect(() => made({ remoteEnv: own(name) })).toThrow("none of __proto__");
    expect(() => made().devContainer.unsetRemoteEnv(name)).toThrow("JavaScript takes for its own");
    expect(() => DevContainerSource.dockerfile({ args: own(name) })).toThrow("there is a build argument");
  },
);

test("a tool whose name has a line break keeps its values", () => {
  const { written } = made({ customizations: { "a\nb": { c: 1 } } });
  expect(written().customizations).toEqual({ "a\nb": { c: 1 } });
});

test.each(['/a"b', "/a\nb"])("the mounted path %j is refused", (path) => {
  expect(() => DevContainerMount.bind(path, "/a")).toThrow("quotes and line breaks can't stand in one");
});

test("a requirement that is no word is refused in one line", () => {
  expect(() => made({ hostRequirements: { "a\nb": 1 } as never })).toThrow('hostRequirements has "a\\nb"');
});

test.each([".", "./", "..", "a/.."])("the folder %j is no compose file", (file) => {
  expect(() => DevContainerSource.composeService({ service: "a", files: [file] })).toThrow("is a folder");
});
