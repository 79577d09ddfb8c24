import { spawnSync } from "node:child_process";
import { filesOf, folderWith } from "../project-folder";
import { ran } from "./ran";

jest.mock("node:child_process", () => ({
  ...jest.requireActual("node:child_process"),
  spawnSync: jest.fn(),
}));

const digest = `sha256:${"a".repeat(64)}`;
const before = '{ "python:3.9": "sha256:old" }';

/** What docker answers for each image; an image that is not named is not found. */
function answers(byImage: Record<string, string>): void {
  jest.mocked(spawnSync).mockImplementation((_command, words) => {
    const stdout = byImage[words?.at(-1) ?? ""];
    const isThere = stdout !== undefined;
    const stderr = isThere ? "" : "a line\nERROR: not found\n";
    return { pid: 1, output: [], stdout: stdout ?? "", stderr, status: isThere ? 0 : 1, signal: null };
  });
}
const manifest = `{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"${digest}"}`;

test("the file has the digests of the named images alone", () => {
  answers({ "python:3.13": manifest, "debian:trixie": manifest });
  const folder = folderWith({ "image-digests.json": before });
  expect(ran(["pin", "python:3.13", "debian:trixie"], folder)).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(filesOf(folder)["image-digests.json"])).toEqual({ "debian:trixie": digest, "python:3.13": digest });
});
test("Docker is asked for the whole manifest of each image", () => {
  answers({ "python:3.13": manifest });
  ran(["pin", "python:3.13"], folderWith({}));
  expect(spawnSync).toHaveBeenLastCalledWith(
    "docker",
    ["buildx", "imagetools", "inspect", "--format", "{{json .Manifest}}", "python:3.13"],
    expect.anything(),
  );
});

test.each([
  ["is not found", {}, "debian:trixie: docker buildx imagetools inspect gives no digest: ERROR: not found"],
  ["has no digest", { "debian:trixie": "{}" }, "debian:trixie: docker buildx imagetools inspect gives no digest"],
  ["has no JSON", { "debian:trixie": "Name: x" }, 'docker buildx imagetools inspect: "Name: x"'],
  ["has a digest that is none", { "debian:trixie": '{"digest":"sha256:1"}' }, "64 hexadecimal digits"],
])("where one image %s, the file stays as it was", (_what, more, message) => {
  answers({ "python:3.13": manifest, ...more });
  const folder = folderWith({ "image-digests.json": before });
  const { exitCode, err } = ran(["pin", "python:3.13", "debian:trixie"], folder);
  expect({ exitCode, file: filesOf(folder)["image-digests.json"] }).toEqual({ exitCode: 1, file: before });
  expect(err).toContain(message);
});
test("what is no image is refused before Docker is asked", () => {
  jest.mocked(spawnSync).mockClear();
  expect(ran(["pin", "Python"], folderWith({})).exitCode).toBe(1);
  expect(spawnSync).not.toHaveBeenCalled();
});
