import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { bareSynth, containerSynth, OUR_FILES, temporaryIn, treeOf, workedIn } from "../files/adopted-project";
import { FaultySynth, type Outcome } from "../files/faults";
import { folderWith, projectFolder } from "../project-folder";
import { SynthProcess } from "./harness/synth-process";

const PYPROJECT = `[project]
name = "orders"
version = "0.1.0"
requires-python = ">=3.12"
dependencies = ["fastapi>=0.115"]
`;
const CODES = ["ENOSPC", "EIO", "EACCES", "EPERM", "EROFS", "EMFILE"];
const KILLS = 20;
const PLAIN_USER = 1234;
const isRoot = process.getuid?.() === 0;

type Tree = Record<string, string>;

const textOf = (entry: string) => entry.slice(entry.indexOf(" ") + 1);

/** The texts of a tree that people wrote, in a folder in which they have worked. */
function textsIn(tree: Tree): string[] {
  const paths = ["README.md", "pyproject.toml", "Dockerfile", "compose.yaml", "Containerfile"];
  return paths.map((path) => textOf(tree[path]));
}

function lostIn(tree: Tree, texts: readonly string[]): string[] {
  const there = new Set(Object.values(tree).map(textOf));
  return texts.filter((text) => !there.has(text));
}

/** Paths at which two trees are not the same. */
function differences(one: Tree, other: Tree): string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => one[path] !== other[path]);
}

function copyOf(folder: string): string {
  const copy = projectFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Projects beside a pyproject.toml of people's, synthesized by processes of their own. */
describe("a Python project", () => {
  const synth = containerSynth("3.13");
  let start: string;
  let undisturbed: Tree;
  let texts: string[];

  beforeAll(() => {
    start = workedIn(containerSynth("3.12"), { "pyproject.toml": PYPROJECT });
    texts = textsIn(treeOf(start));
    const folder = copyOf(start);
    synth(folder);
    undisturbed = treeOf(folder);
  });

  test("survives a fault at every call that changes something", () => {
    const faulty = new FaultySynth(start, synth);
    const outcomes = faulty.outcomes("fails", CODES, ({ isOurs, isChange }) => isOurs && isChange);
    const isWrong = (each: Outcome) =>
      faulty.halfFiles(each).length + faulty.lost(each).length + faulty.unrepaired(each).length > 0;
    expect(outcomes.length).toBeGreaterThan(15);
    expect(outcomes.filter(isWrong).map(({ title }) => title)).toEqual([]);
  });

  test("survives being killed at any moment", async () => {
    const wrong: string[] = [];
    let cutOff = 0;
    for (let count = 0; count < KILLS; count += 1) {
      const folder = copyOf(start);
      const process = await SynthProcess.start();
      const watcher = watch(folder);
      const begun = once(watcher, "change");
      process.ask({ folder, pythonVersion: "3.13" });
      await begun;
      watcher.close();
      await wait(3 * count);
      await process.kill();
      const tree = treeOf(folder);
      if (differences(tree, treeOf(start)).length > 0 && differences(tree, undisturbed).length > 0) cutOff += 1;
      synth(folder);
      wrong.push(...lostIn(tree, texts), ...differences(treeOf(folder), undisturbed));
    }
    expect(wrong).toEqual([]);
    expect(cutOff).toBeGreaterThan(0);
  });

  test.each(["where people have worked", "on a fresh folder"])("is synthesized by three at once %s", async (place) => {
    const processes = await Promise.all([1, 2, 3].map(() => SynthProcess.start()));
    const isFresh = place.endsWith("fresh folder");
    const fresh = folderWith({ "pyproject.toml": PYPROJECT });
    const wrong: string[] = [];
    const answers: string[] = [];
    for (let count = 0; count < 10; count += 1) {
      const folder = copyOf(isFresh ? fresh : start);
      for (const process of processes) process.ask({ folder, pythonVersion: "3.13" });
      for (const process of processes) answers.push(await process.answer());
      const tree = treeOf(folder);
      wrong.push(...temporaryIn(tree), ...(isFresh ? [] : lostIn(tree, texts)));
      wrong.push(...differences(tree, undisturbed).filter((path) => OUR_FILES.includes(path)));
    }
    for (const process of processes) await process.kill();
    expect(wrong).toEqual([]);
    expect(answers.filter((answer) => answer !== "" && !/^Mistake: [^\n]+$/.test(answer))).toEqual([]);
  });
});

/** A disk of its own, where this machine lets us make one. */
const [canMount, whyNot] = mountable();
const onDisk = canMount ? test : test.skip;

function mountable(): [boolean, string] {
  const folder = mkdtempSync(join(tmpdir(), "projen-python-container-disk."));
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], {
    encoding: "utf8",
  });
  if (status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return [status === 0, ` (skipped: ${stderr?.trim() ?? "no mount"})`];
}

function withDisk(run: (folder: string) => void): void {
  const folder = projectFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);
  try {
    run(folder);
  } finally {
    execFileSync("umount", [folder]);
  }
}

describe(`a small disk${canMount ? "" : whyNot}`, () => {
  const synth = bareSynth("3.13");

  onDisk("that is full loses nothing, and once there is room again all is as if it never was", () => {
    const start = workedIn(bareSynth("3.12"));
    const after = copyOf(start);
    synth(after);
    withDisk((folder) => {
      cpSync(start, folder, { recursive: true });
      const before = treeOf(folder);
      fill(folder);
      expect(() => synth(folder)).toThrow(/^\S+: could not be written \(ENOSPC: no space left on device\)/);
      const { filler: _, ...tree } = treeOf(folder);
      const texts = ["Dockerfile", "compose.yaml", "Containerfile", "README.md"].map((path) => textOf(before[path]));
      expect([lostIn(tree, texts), temporaryIn(tree)]).toEqual([[], []]);
      rmSync(join(folder, "filler"));
      synth(folder);
      expect(treeOf(folder)).toEqual(treeOf(after));
    });
  });

  onDisk("that can't be written to is told before anything else", () => {
    withDisk((folder) => {
      bareSynth("3.12")(folder);
      execFileSync("mount", ["-o", "remount,ro", folder]);
      expect(() => synth(folder)).toThrow(/Dockerfile lies in a folder that can't be written to/);
    });
  });

  onDisk("that can't be written to is no matter where all is up to date", () => {
    withDisk((folder) => {
      synth(folder);
      execFileSync("mount", ["-o", "remount,ro", folder]);
      synth(folder);
    });
  });
});

function fill(folder: string): void {
  const { bsize, bavail } = statfsSync(folder);
  writeFileSync(join(folder, "filler"), Buffer.alloc(bsize * bavail));
}

(isRoot ? describe : describe.skip)("a plain user", () => {
  let user: SynthProcess;

  beforeAll(async () => {
    user = await SynthProcess.start(PLAIN_USER);
  });

  afterAll(() => user.kill());

  async function answerIn(folder: string, mode: number): Promise<string> {
    execFileSync("chown", ["-R", String(PLAIN_USER), folder]);
    chmodSync(folder, mode);
    user.ask({ folder, pythonVersion: "3.13" });
    return user.answer();
  }

  test("is told of a folder that is not for writing before anything is written", async () => {
    const folder = folderWith({ "pyproject.toml": PYPROJECT });
    expect(await answerIn(folder, 0o555)).toMatch(/Dockerfile lies in a folder that can't be written to/);
    expect(Object.keys(treeOf(folder))).toEqual(["pyproject.toml"]);
  });

  test("is told of nothing where all is up to date", async () => {
    const folder = folderWith({ "pyproject.toml": PYPROJECT });
    containerSynth("3.13")(folder);
    expect(await answerIn(folder, 0o555)).toBe("");
  });

  test("is told of a folder for others below", async () => {
    const folder = folderWith({ "pyproject.toml": PYPROJECT });
    mkdirSync(join(folder, ".devcontainer"));
    execFileSync("chmod", ["555", join(folder, ".devcontainer")]);
    expect(await answerIn(folder, 0o755)).toMatch(/^Mistake: [\s\S]*devcontainer\.json lies in a folder that can't be/);
  });
});
