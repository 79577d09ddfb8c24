import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ApplicationState, FIRST } from "../bench/images/application";
import { addClutter } from "../bench/images/clutter";
import { imageSize } from "../bench/images/image-size";
import { type LockFiles, makeLocks } from "../bench/images/lock-files";
import { edits } from "../bench/images/rounds";
import { SubjectFolder } from "../bench/images/subject-folder";
import { imageSubjects } from "../bench/images/subjects";
import { imageOf, type TimedBuild, timedBuild } from "../bench/images/timed-build";
import { mustDocker } from "./harness/engine";
import { shellIn } from "./harness/image";

// The short form of the benchmark of images: counts alone, since times differ from machine to machine.
const generated = imageSubjects.filter(({ manager }) => manager !== undefined);
const withoutDependencies = edits.filter(({ cell }) => cell !== "no-op" && cell !== "one dependency added");

// New in every run: what an earlier run built can't stand for this one.
const mark = `${Date.now()}`;

let locks: LockFiles;
beforeAll(async () => {
  locks = await makeLocks(FIRST);
});

describe.each(generated)("$title", (subject) => {
  let folder: SubjectFolder;
  let first: TimedBuild;
  const buildWith = (state: ApplicationState) => {
    folder.write(state, locks);
    return timedBuild(folder);
  };
  beforeAll(async () => {
    folder = new SubjectFolder(subject, "short");
    addClutter(folder, 0.1);
    first = await buildWith({ ...FIRST, source: `before ${mark}` });
  });

  test("sends at most a tenth of what is sent with the .dockerignore of uv's documentation", () => {
    expect(first.contextBytes).toBeGreaterThan(0);
    expect(first.contextBytes).toBeLessThanOrEqual(bytesOf(folder.path, documentedIgnore()) / 10);
  });

  test("holds at most 1 MB that is neither base nor production environment nor own files", async () => {
    expect((await imageSize(imageOf(folder), locks["requirements.txt"])).aboveFloor).toBeLessThanOrEqual(1e6);
  });

  test("builds nothing again where nothing changed", async () => {
    expect((await buildWith(folder.state)).ran).toEqual([]);
  });

  test.each(withoutDependencies)("$cell: installs no dependency, and makes one layer of the image", async (edit) => {
    const { ran, installedAgain } = await buildWith(edit.change(folder.state, mark));
    const layers = ran.filter(({ stage }) => stage === "app").map(({ text }) => text);
    expect({ installedAgain, layers }).toEqual({
      installedAgain: false,
      layers: ["COPY --from=project /opt/venv /opt/venv"],
    });
  });

  test("that layer holds the own files and at most 100 kB besides", async () => {
    const own = await shellIn(
      imageOf(folder),
      "find /opt/venv/lib/python3*/site-packages/orders -type f -printf '%s\\n'",
    );
    const bytes = own.split("\n").reduce((sum, size) => sum + Number(size), 0);
    expect(bytes).toBeGreaterThan(0);
    expect(await lastLayer(imageOf(folder))).toBeLessThanOrEqual(bytes + 1e5);
  });

  test("has the last edit of the source", async () => {
    const output = await shellIn(imageOf(folder), "python -c 'import orders.main as main; print(main.EDITED)'");
    expect(output).toBe(mark);
  });

  // Last: its build fails.
  test("a version bump with a lock that is stale fails", async () => {
    const stale = { ...folder.state, version: `0.3.${mark}`, hasOneMore: true };
    await expect(buildWith(stale)).rejects.toThrow(/match pyproject\.toml/);
  });
});

const documentedIgnore = () => imageSubjects.find(({ id }) => id === "c")?.ignored ?? [];

/** The bytes of a folder's files without those at its top that are named. */
function bytesOf(folder: string, left: readonly string[]): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !left.includes(name))
    .map((entry) => join(folder, entry.name))
    .reduce((sum, path) => sum + (statSync(path).isDirectory() ? bytesOf(path, []) : statSync(path).size), 0);
}

/** The bytes of an image's last layer that has any, before they are compressed. */
async function lastLayer(image: string): Promise<number> {
  const sizes = await mustDocker(["history", "--human=false", "--format", "{{.Size}}", image]);
  return (
    sizes
      .split("\n")
      .map(Number)
      .find((size) => size > 0) ?? 0
  );
}
