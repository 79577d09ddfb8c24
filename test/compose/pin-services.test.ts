import { parse } from "yaml";
import { ComposeFile, ComposeValue, PullPolicy } from "../../src";
import { bareProject, synthesized } from "../project-folder";

const digest = `sha256:${"a".repeat(64)}`;

/** A file with services that pull, build and do neither. */
function compose() {
  const file = new ComposeFile(bareProject());
  file.addService("db", { image: "postgres:17" });
  file.addService("other", { image: "postgres:17" });
  file.addService("fixed", { image: `redis:8@${digest}` });
  file.addService("variable", { image: ComposeValue.variable("IMAGE", "redis:8") });
  file.addService("built", { image: "orders:1", imageBuild: { context: "." } });
  file.addService("kept", { image: "orders:1", pullPolicy: PullPolicy.NEVER });
  return file;
}

test("what is pulled by a name alone is named once", () => expect(compose()._pulledImages()).toEqual(["postgres:17"]));
test("a pinned image is still named", () => {
  const file = compose();
  file.pinImage("postgres:17", digest);
  expect(file._pulledImages()).toEqual(["postgres:17"]);
});
test("every service that pulls it takes it by digest, and what is built or kept does not", () => {
  const file = compose();
  for (const image of ["postgres:17", "orders:1", "redis:8"]) file.pinImage(image, digest);
  const { services } = parse(synthesized(file.project)["compose.yaml"]);
  const images = Object.fromEntries(Object.entries(services).map(([name]) => [name, services[name].image]));
  expect(images).toEqual({
    db: `postgres:17@${digest}`,
    other: `postgres:17@${digest}`,
    fixed: `redis:8@${digest}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax of compose
    variable: "${IMAGE:-redis:8}",
    built: "orders:1",
    kept: "orders:1",
  });
});
test("a text that is no digest is refused", () =>
  expect(() => compose().pinImage("postgres:17", "sha256:1")).toThrow("image reference"));
