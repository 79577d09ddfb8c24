import { projenrcText } from "../../src/compare/projenrc-text";
import { afterPasting, comparedWith, differencesOf } from "./compared";

/** Services whose names the generated file has for others; the project has pytest and no debugpy. */
const foreign = [
  "  builder: {image: moby/buildkit}",
  "  db: {image: postgres}",
  "  test: {image: 'node:20', command: npm test, depends_on: [db]}",
  "  debug: {image: mailhog}",
];
const compared = (...services: string[]) =>
  comparedWith({ "compose.yaml": ["services:", "  app: {build: .}", ...services, ""].join("\n") });
const text = (...services: string[]) => projenrcText(compared(...services).comparison).replace(/\s+/g, " ");

describe("services that are for something else than those of their names", () => {
  const all = compared(...foreign);
  const written = projenrcText(all.comparison).replace(/\s+/g, " ");
  test("give the generated ones other names", () => {
    const names = 'serviceNames: { builder: "app-builder", test: "app-test", debug: "app-debug" }';
    expect(written.replace(/,? }/g, " }")).toContain(names);
  });
  test.each(["test", "debug", "builder"])("are added by their own: %s", (name) => {
    expect(written).toContain(`compose.addService("${name}", {`);
  });
  test("leave nothing that differs", () => {
    const topics = differencesOf(afterPasting(all.folder, all.comparison)).map(({ topic }) => topic);
    expect(topics.filter((topic) => /test|debug|builder|names/.test(topic))).toEqual([]);
  });
  test("a name that is taken too is none", () => {
    expect(text("  test: {image: a}", "  app-test: {image: b}")).toContain('test: "app-test-2"');
  });
});

describe("services that are built from the project", () => {
  test.each(["test", "debug"])("are the generated one of their name: %s", (name) => {
    const written = text(`  ${name}: {build: ., command: [nox]}`);
    expect(written).toContain(`compose.findService("${name}").configure({ command: ["nox"] })`);
    expect(written).not.toContain("serviceNames");
  });
});

test("a mount of the source is told of the service that has it", () => {
  const { comparison } = comparedWith({ "compose.yaml": "services:\n  app: {build: ., volumes: ['.:/app']}\n" });
  const mount = differencesOf(comparison.files).find(({ topic }) => topic.startsWith("app volumes"));
  expect(mount?.way).toEqual({ kind: "nothing", why: expect.stringContaining("the service dev") });
});
