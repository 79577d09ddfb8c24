import { NetworkMode } from "../../src/compose/service/network-mode";
import { composeFile, contentOf, serviceContent, textOf } from "./rendered";

const own = (name: string, value = "a"): Record<string, string> => Object.fromEntries([[name, value]]);

test.each(["!reset", "__proto__", "constructor", "toJSON", "\ud800", "\0", "x".repeat(1100)])(
  "the name %j is refused, at any depth",
  (name) => {
    expect(() => serviceContent({ labels: own(name) })).toThrow("can't stand as a name");
    expect(() => serviceContent({ extensions: { "x-a": [own(name)] } })).toThrow("can't stand as a name");
  },
);

test.each(["__proto__", "constructor"])("a service is not called %s", (name) => {
  expect(() => composeFile().addService(name)).toThrow("can't stand as a name");
});

test.each(["\0", "\ud800"])("the text %j is refused", (text) => {
  expect(() => serviceContent({ user: text })).toThrow("a text has whole characters, and no NUL");
});

test("the variable of a config keeps its dollar sign", () => {
  const compose = composeFile();
  const config = compose.addConfig("a", { environment: "$A" });
  compose.addService("app", { image: "orders", configs: [{ config }] });
  expect(contentOf(compose).configs.a.environment).toBe("$$A");
});

test("a file's name has no line break", () => {
  expect(() => textOf(composeFile({ fileName: "a\n.yaml" }))).toThrow("no control characters");
});

test.each(["", "a b", "$A", "db:x"])("%j is no service or container whose network is used", (name) => {
  expect(() => NetworkMode.service(name)).toThrow("is no name of a service");
  expect(() => NetworkMode.container(name)).toThrow("is no name of a container");
});
