import { join } from "node:path";
import { Project } from "projen";
import { Postgres, PythonContainer, type PythonContainerOptions } from "../../src";
import { generated } from "../container-project";
import { parsedStage } from "../dockerfile/parse";
import { folderWith } from "../project-folder";

const digest = `sha256:${"a".repeat(64)}`;
const uvImage = expect.stringMatching(/^ghcr\.io\/astral-sh\/uv:\d/);

/** The generated files, and what the synth warned of. */
function synth(
  digests: Record<string, unknown> | undefined,
  options: PythonContainerOptions = {},
  more?: (container: PythonContainer) => void,
) {
  const folder = folderWith({
    "pyproject.toml": '[project]\nname = "orders"\nversion = "1"\n',
    "uv.lock": "",
    "main.py": "",
    ...(digests === undefined ? {} : { "image-digests.json": JSON.stringify(digests) }),
  });
  const project = new Project({ name: "orders", outdir: folder });
  const warn = jest.spyOn(project.logger, "warn").mockImplementation();
  const container = new PythonContainer(project, { command: ["true"], pinImages: true, ...options });
  more?.(container);
  const files = generated(project);
  const warnings = warn.mock.calls.map(([text]) => String(text)).filter((text) => text.includes("digest"));
  return { ...files, warnings };
}
const words = ({ tasks }: { tasks: Record<string, { steps: { exec: string }[] }> }) =>
  tasks["images:pin"].steps[0].exec.split(" ").slice(5);

test("the first synth warns of every image without a digest, and names the task", () =>
  expect(synth(undefined).warnings).toEqual([
    expect.stringMatching(
      /^image-digests\.json: it has no digest of "ghcr.io\S+", "python:3\.13-slim-trixie"; .*images:pin/,
    ),
  ]));
test("stages start from the digest that the file has", () =>
  expect(parsedStage(synth({ "python:3.13-slim-trixie": digest }).dockerfile, "app").base).toBe(
    `python:3.13-slim-trixie@${digest}`,
  ));
test("an image with a digest is no matter for a warning", () =>
  expect(synth({ "python:3.13-slim-trixie": digest }).warnings.join()).not.toContain("python"));
test("another Python has no stale digest, and is warned of", () => {
  const { dockerfile, warnings } = synth({ "python:3.13-slim-trixie": digest }, { pythonVersion: "3.12" });
  expect(dockerfile).not.toContain(digest);
  expect(warnings.join()).toContain("python:3.12-slim-trixie");
});
test("a digest that is none stops the synth", () =>
  expect(() => synth({ "python:3.13-slim-trixie": "sha256:1" })).toThrow(
    'image-digests.json "python:3.13-slim-trixie": image reference',
  ));
test("a mirror's images are pinned by the mirror's name", () =>
  expect(words(synth({}, { registryMirror: "registry.example.com/mirror" }))).toContain(
    "registry.example.com/mirror/python:3.13-slim-trixie",
  ));
test("the task looks up the images of the Dockerfile and of the compose file, sorted", () =>
  expect(words(synth({}, {}, ({ compose }) => new Postgres(compose, "db", { version: "17" })))).toEqual([
    uvImage,
    "postgres:17",
    "python:3.13-slim-trixie",
  ]));
test("the task drops what nothing uses any more", () =>
  expect(words(synth({ "python:3.9-slim": digest }))).not.toContain("python:3.9-slim"));
test("a service is pulled by digest", () => {
  const { compose } = synth({ "postgres:17": digest }, {}, (container) => {
    container.addBackingService(new Postgres(container.compose, "db", { version: "17" }));
  });
  expect(compose.services.db.image).toBe(`postgres:17@${digest}`);
});
test("the file is no part of the build context", () =>
  expect(synth({}).files[".dockerignore"].split("\n")).toContain("**/image-digests.json"));
test("without the option the file counts for nothing", () => {
  const { dockerfile, tasks } = synth({ "python:3.13-slim-trixie": digest }, { pinImages: false });
  expect([dockerfile.includes(digest), Object.keys(tasks).includes("images:pin")]).toEqual([false, false]);
});

test("several projects have one file and one task, in the root folder", () => {
  const service = { "pyproject.toml": '[project]\nname = "api"\nversion = "1"\n', "uv.lock": "", "main.py": "" };
  const placed = Object.entries(service).flatMap(([path, text]) =>
    ["api", "jobs"].map((folder) => [`${folder}/${path}`, text]),
  );
  const folder = folderWith({
    ...Object.fromEntries(placed),
    "image-digests.json": `{ "python:3.13-slim-trixie": "${digest}" }`,
  });
  const root = new Project({ name: "shop", outdir: folder });
  for (const [name, pythonVersion] of [
    ["api", "3.13"],
    ["jobs", "3.12"],
  ]) {
    const parent = new Project({ name, parent: root, outdir: name });
    jest.spyOn(parent.logger, "warn").mockImplementation();
    new PythonContainer(parent, { command: ["true"], pinImages: true, pythonVersion });
  }
  jest.spyOn(root.logger, "warn").mockImplementation();
  root.synth();
  const { tasks } = require(join(folder, ".projen/tasks.json"));
  expect(words({ tasks })).toEqual([uvImage, "python:3.12-slim-trixie", "python:3.13-slim-trixie"]);
});
