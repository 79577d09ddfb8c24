import { Dockerfile, type DockerfileOptions, DockerfileWord, ImageReference, StageBase } from "../../src";
import { bareProject, synthesized } from "../project-folder";
import { argumentsOf, directives, globalArguments, parsedStage } from "./parse";

const digest = `sha256:${"a".repeat(64)}`;
const pinned = (...images: string[]) => images.map((image) => [image, digest] as const);

/** A stage on an image whose name has an argument in it. */
function dockerfile(pins: readonly (readonly [string, string])[], options: DockerfileOptions = {}) {
  const file = new Dockerfile(bareProject(), options);
  const version = file.addArg("VERSION", { default: "3.13" });
  file.addArg("OTHER", { default: "1" });
  const base = file.addStage("base", StageBase.image("python:", version, "-slim"));
  const app = file.addStage("app", StageBase.stage(base));
  for (const [image, value] of pins) file.pinImage(image, value);
  return { file, base, app, version, text: () => synthesized(file.project).Dockerfile };
}

test("an image is taken by digest, its arguments replaced by their defaults", () =>
  expect(parsedStage(dockerfile(pinned("python:3.13-slim")).text(), "base").base).toBe(`python:3.13-slim@${digest}`));
test("a stage that starts from another one is left alone", () =>
  expect(parsedStage(dockerfile(pinned("python:3.13-slim", "base")).text(), "app").base).toBe("base"));
test("the digest of another tag is of no use", () =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the syntax of a Dockerfile
  expect(parsedStage(dockerfile(pinned("python:3.12-slim")).text(), "base").base).toBe("python:${VERSION}-slim"));
test("an argument that was for the name alone is left out, another one is not", () =>
  expect(globalArguments(dockerfile(pinned("python:3.13-slim")).text())).toEqual(["OTHER=1"]));
test("an argument that a stage uses stays", () => {
  const { base, version, text } = dockerfile(pinned("python:3.13-slim"));
  base.addEnv("PYTHON", version);
  expect(globalArguments(text())).toContain("VERSION=3.13");
});
test("an argument that another argument uses stays", () => {
  const { file, version, base, text } = dockerfile(pinned("python:3.13-slim"));
  base.addEnv("FULL", file.addArg("FULL", { default: DockerfileWord.join(version, ".1") }));
  expect(globalArguments(text())).toContain("VERSION=3.13");
});
test("the source of a COPY is taken by digest", () => {
  const { base, text } = dockerfile(pinned("busybox:1"));
  base.addCopyFromImage(ImageReference.of("busybox:1"), ["/bin/sh"], "/sh");
  expect(argumentsOf(parsedStage(text(), "base"), "COPY")).toEqual([`--from=busybox:1@${digest} /bin/sh /sh`]);
});
test("the frontend is taken by digest", () =>
  expect(
    directives(dockerfile(pinned("docker/dockerfile:1"), { syntax: "docker/dockerfile:1" }).text()).syntax,
  ).toContain(`docker/dockerfile:1@${digest}`));

test("the images of a file are named once, without what has a digest, is a stage or a named context", () => {
  const { file, base, app } = dockerfile([], { syntax: "docker/dockerfile:1" });
  file.addStage("twice", StageBase.image("python:3.13-slim"));
  file.addStage("nothing", StageBase.SCRATCH);
  file.addStage("fixed", StageBase.image(`debian:trixie@${digest}`));
  app.addCopyFrom(base, ["/a"], "/a");
  app.addCopyFrom({ name: "docs" }, ["/b"], "/b");
  app.addCopyFromImage(ImageReference.of("busybox:1"), ["/bin/sh"], "/sh");
  expect(file._namedImages()).toEqual(["docker/dockerfile:1", "python:3.13-slim", "busybox:1"]);
});
test("a pinned image is still named", () =>
  expect(dockerfile(pinned("python:3.13-slim")).file._namedImages()).toEqual(["python:3.13-slim"]));
test.each([
  ["python:3.13", "sha256:1"],
  ["Python", digest],
])("pinImage(%j, %j) is refused", (image, value) =>
  expect(() => dockerfile([]).file.pinImage(image, value)).toThrow("image reference"),
);
