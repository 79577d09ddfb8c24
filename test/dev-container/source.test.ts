import { DevContainerSource } from "../../src/dev-container/dev-container-source";
import { IMAGE, made, madeInCompose, SERVICE } from "./made";

describe("an image", () => {
  test("is written as it is", () => expect(made().written()).toMatchObject({ image: "python:3.13" }));
  test("must be a reference", () => expect(() => DevContainerSource.image("Python")).toThrow("image reference"));
});

describe("a stage of a Dockerfile", () => {
  test.each([
    [undefined, {}, { dockerfile: "../Dockerfile", context: ".." }],
    [
      undefined,
      { dockerfile: "docker/Dockerfile", context: "docker" },
      { dockerfile: "../docker/Dockerfile", context: "../docker" },
    ],
    [
      undefined,
      { dockerfile: ".devcontainer/Dockerfile", context: ".devcontainer" },
      { dockerfile: "Dockerfile", context: "." },
    ],
    [
      undefined,
      { dockerfile: "../Dockerfile", context: "./../" },
      { dockerfile: "../../Dockerfile", context: "../.." },
    ],
    ["ci", {}, { dockerfile: "../../Dockerfile", context: "../.." }],
  ])("of the variant %s, with %j, takes its paths from the file", (variant, options, build) => {
    expect(made({ variant, source: DevContainerSource.dockerfile(options) }).written().build).toEqual(build);
  });
  test("hands on the target and the build's options", () => {
    const options = { target: "dev", args: { UID: "1000" }, options: ["--pull"], cacheFrom: ["a/b:cache"] };
    expect(made({ source: DevContainerSource.dockerfile(options) }).written().build).toMatchObject(options);
  });
  test("appends options that are added, and keeps all of its own", () => {
    const options = ["--secret", "id=a", "--secret", "id=b"];
    const container = made({ source: DevContainerSource.dockerfile({ options }) });
    container.devContainer.addBuildOption("--secret=id=c");
    container.devContainer.addDefaults({ applyDefaults: (target) => target.addBuildOption("--secret=id=d") });
    expect(container.written().build).toMatchObject({ options: [...options, "--secret=id=c", "--secret=id=d"] });
  });
  test("takes layers over from images that are added, each once", () => {
    const { devContainer, written } = made({ source: DevContainerSource.dockerfile({ cacheFrom: ["a/b:cache"] }) });
    for (const image of ["a/b:cache", "ghcr.io/a/b"]) devContainer.addCacheFrom(image);
    expect(written().build.cacheFrom).toEqual(["a/b:cache", "ghcr.io/a/b"]);
  });
  test("takes text alone for an ARG", () => {
    const args = { UID: 1000 } as unknown as Record<string, string>;
    expect(() => DevContainerSource.dockerfile({ args })).toThrow(
      'the build argument "UID" is 1000; devcontainer.json takes text alone; write "1000"',
    );
  });
  test.each(["", "/Dockerfile", "~/Dockerfile", "C:/Dockerfile", "a\\b"])("is at no path like %j", (dockerfile) => {
    expect(() => DevContainerSource.dockerfile({ dockerfile })).toThrow("is not a path from the project's folder");
  });
});

describe("a compose service", () => {
  test("takes the paths of its files from the file", () => {
    const source = DevContainerSource.composeService({
      service: "dev",
      files: ["compose.yaml", ".devcontainer/compose.yaml"],
    });
    expect(madeInCompose({ source }).written().dockerComposeFile).toEqual(["../compose.yaml", "compose.yaml"]);
  });
  test("starts itself alone by default, and never all services", () => {
    expect(madeInCompose().written().runServices).toEqual(["dev"]);
  });
  test("starts what it is told, in order and once", () => {
    const source = DevContainerSource.composeService({ service: "dev", runServices: ["db", "dev"] });
    const { devContainer, written } = madeInCompose({ source });
    devContainer.addRunService("mail");
    devContainer.addRunService("db");
    expect([written().runServices, devContainer.runServices]).toEqual([
      ["dev", "db", "mail"],
      ["dev", "db", "mail"],
    ]);
  });
  test("has its command replaced by default", () => expect(madeInCompose().written().overrideCommand).toBe(true));
  test("can keep its command", () => {
    expect(madeInCompose({ overrideCommand: false }).written().overrideCommand).toBe(false);
  });
  test("needs a file", () => {
    expect(() => DevContainerSource.composeService({ service: "dev", files: [] })).toThrow("there is no compose file");
  });
  test.each(["", "a b", "a/b"])("has no name like %j", (service) => {
    expect(() => DevContainerSource.composeService({ service })).toThrow(`the service "${service}" is not valid`);
  });
});

test("the command of an image is left to its default", () => {
  expect(made().written()).not.toHaveProperty("overrideCommand");
});
test("no service is started beside an image", () => {
  expect(made().devContainer.runServices).toEqual([]);
  expect(() => made().devContainer.addRunService("db")).toThrow("use DevContainerSource.composeService");
});
test("the source can be read", () => {
  expect([IMAGE.imageReference, SERVICE.composeOptions?.files]).toEqual(["python:3.13", ["compose.yaml"]]);
});
