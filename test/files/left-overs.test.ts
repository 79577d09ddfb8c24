import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryName } from "../../src/files/temporary-file";
import { folderWith } from "../project-folder";
import { bareSynth, temporaryIn, treeOf } from "./adopted-project";

const RUNNING = process.ppid;
/** Above what any system gives to a process. */
const GONE = 2 ** 30;

const [, HERE] = /-([0-9a-f]{8})-\d+\.[0-9a-f]{8}$/.exec(temporaryName("/x")) ?? [];
const ELSEWHERE = "00000000";

const leftBy = (process: number, place = HERE) => `.Dockerfile.projen-${place}-${process}.0123abcd`;

function namesAfter(name: string, ageSeconds = 0): string[] {
  const folder = folderWith({ [name]: "half" });
  const then = Date.now() / 1000 - ageSeconds;
  utimesSync(join(folder, name), then, then);
  bareSynth("3.13")(folder);
  return readdirSync(folder);
}

test.each([
  ["a process that is gone", GONE, 0],
  ["this very process, or one with its number", process.pid, 0],
  ["a process that runs and should be done long ago", RUNNING, 3600],
])("what %s has left is removed", (_, id, age) => {
  expect(namesAfter(leftBy(id), age)).not.toContain(leftBy(id));
});

test("what a process that runs is writing is not removed", () => {
  expect(namesAfter(leftBy(RUNNING))).toContain(leftBy(RUNNING));
});

test.each([
  [0, true],
  [3600, false],
])("what a process of another container has left for %d seconds is there afterwards: %s", (age, isThere) => {
  const name = leftBy(GONE, ELSEWHERE);
  expect(namesAfter(name, age).includes(name)).toBe(isThere);
});

test("what was left is removed where nothing else is to be done", () => {
  const folder = folderWith({});
  bareSynth("3.13")(folder);
  const before = treeOf(folder);
  writeFileSync(join(folder, leftBy(GONE)), "half");
  bareSynth("3.13")(folder);
  expect(treeOf(folder)).toEqual(before);
});

test.each([".Dockerfile.projen-1.txt", "Dockerfile.projen-1073741824.0123abcd", ".env"])("%s is people's", (name) => {
  expect(namesAfter(name)).toContain(name);
});

test("a synth leaves nothing temporary", () => {
  const folder = folderWith({});
  bareSynth("3.13")(folder);
  expect(temporaryIn(treeOf(folder))).toEqual([]);
});
