import { appendFileSync, chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Component, JsonFile, Project, TextFile } from "projen";
import { Dockerfile, ExistingFiles, FileGuard, StageBase } from "../../src";
import { folderWith, projectFolder, synthesized } from "../project-folder";

function project(folder: string): Project {
  const made = new Project({ name: "orders", outdir: folder });
  new Dockerfile(made).addStage("app", StageBase.image("python:3.13-slim"));
  return made;
}

/** A project with a file of ours and one of projen's own. */
function synth(folder: string, existing?: ExistingFiles, ...left: string[]): void {
  const made = project(folder);
  new JsonFile(made, "settings.json", { obj: { ours: true } });
  const guard = FileGuard.of(made);
  if (existing !== undefined) guard.decide(made, existing);
  guard.leave(made, ...left);
  synthesized(made);
}

const settingsIn = (folder: string) => readFileSync(join(folder, "settings.json"), "utf8");

const MINE = '{"mine":1}';

test("a hand-written file stops the first synth, whoever would generate it", () => {
  const folder = folderWith({ "settings.json": MINE });
  expect(() => synth(folder)).toThrow(/settings\.json is written by hand/);
});

test("it stands in one list with ours", () => {
  const folder = folderWith({ "settings.json": MINE, Dockerfile: "FROM scratch\n" });
  expect(() => synth(folder)).toThrow(
    /2 stand .*\n *Dockerfile is written by hand[\s\S]*settings\.json is written by hand/,
  );
});

test("a link stops it too", () => {
  const folder = folderWith({ "elsewhere.json": MINE });
  symlinkSync("elsewhere.json", join(folder, "settings.json"));
  expect(() => synth(folder)).toThrow(/settings\.json is a symbolic link to elsewhere\.json/);
});

test("a backup has what was there", () => {
  const folder = folderWith({ "settings.json": MINE });
  synth(folder, ExistingFiles.BACKUP);
  expect(readFileSync(join(folder, "settings.json.bak"), "utf8")).toBe(MINE);
});

test("its backup is no second name of the new file", () => {
  const folder = folderWith({ "settings.json": MINE });
  synth(folder, ExistingFiles.BACKUP);
  expect(JSON.parse(settingsIn(folder))).toMatchObject({ ours: true });
});

test("a hand-written file stays until projen writes it, for the synth may stop", () => {
  class Stop extends Component {
    public synthesize(): void {
      throw new Error("stopped");
    }
  }
  for (const existing of [ExistingFiles.BACKUP, ExistingFiles.OVERWRITE]) {
    const folder = folderWith({ "settings.json": MINE });
    const made = project(folder);
    FileGuard.of(made).decide(made, existing);
    new Stop(made);
    new JsonFile(made, "settings.json", { obj: { ours: true } });
    expect(() => synthesized(made)).toThrow("stopped");
    expect(settingsIn(folder)).toBe(MINE);
  }
});

test("a backup does not take the place of another one", () => {
  const folder = folderWith({ "settings.json": MINE, "settings.json.bak": "{}" });
  synth(folder, ExistingFiles.BACKUP);
  expect(["bak", "bak2"].map((end) => readFileSync(join(folder, `settings.json.${end}`), "utf8"))).toEqual([
    "{}",
    MINE,
  ]);
});

test("a file in a folder that leads out stops the synth, whatever is decided", () => {
  const outside = folderWith({ "a.json": MINE });
  const folder = folderWith({});
  symlinkSync(outside, join(folder, "link"));
  const made = project(folder);
  FileGuard.of(made).decide(made, ExistingFiles.OVERWRITE);
  new JsonFile(made, "link/a.json", { obj: { ours: true } });
  expect(() => synthesized(made)).toThrow(/link\/a\.json would lie outside of the project/);
});

test("a link that may be overwritten is not followed", () => {
  const folder = folderWith({ "elsewhere.json": MINE });
  symlinkSync("elsewhere.json", join(folder, "settings.json"));
  synth(folder, ExistingFiles.OVERWRITE);
  expect(readFileSync(join(folder, "elsewhere.json"), "utf8")).toBe(MINE);
});

test("what a synth has left that was cut off is written again", () => {
  const folder = projectFolder();
  synth(folder);
  const half = settingsIn(folder).slice(0, 8);
  rmSync(join(folder, ".projen"), { recursive: true });
  chmodSync(join(folder, "settings.json"), 0o644);
  writeFileSync(join(folder, "settings.json"), half);
  expect(() => synth(folder)).not.toThrow();
});

test("overwriting it is a decision", () => {
  const folder = folderWith({ "settings.json": MINE });
  synth(folder, ExistingFiles.OVERWRITE);
  expect(JSON.parse(settingsIn(folder))).toMatchObject({ ours: true });
});

test("it is left to people who say so", () => {
  const folder = folderWith({ "settings.json": MINE });
  synth(folder, undefined, "settings.json");
  expect(settingsIn(folder)).toBe(MINE);
});

test("a file of projen's own can be left to people before they write it, at each synth", () => {
  const folder = projectFolder();
  const made = project(folder);
  new JsonFile(made, "settings.json", { obj: { ours: true } });
  FileGuard.of(made).leave(made, "settings.json");
  for (let count = 0; count < 2; count += 1) synthesized(made);
  expect(existsSync(join(folder, "settings.json"))).toBe(false);
});

test("a generated file that is left to people afterwards is not removed", () => {
  const folder = projectFolder();
  synth(folder);
  synth(folder, undefined, "settings.json");
  expect(JSON.parse(settingsIn(folder))).toMatchObject({ ours: true });
});

test("a file with the mark of projen is written over", () => {
  const folder = projectFolder();
  synth(folder);
  rmSync(join(folder, ".projen"), { recursive: true });
  expect(() => synth(folder)).not.toThrow();
});

test.each([".gitignore", ".gitattributes"])("a line in a %s with the mark and on no list stops the synth", (name) => {
  const folder = projectFolder();
  synth(folder);
  rmSync(join(folder, ".projen"), { recursive: true });
  chmodSync(join(folder, name), 0o644);
  appendFileSync(join(folder, name), "mine\n");
  expect(() => synth(folder)).toThrow(`${name} has the mark of projen, is not on its list of files`);
});

test("after the first synth projen's own files are projen's matter", () => {
  const folder = projectFolder();
  synth(folder);
  chmodSync(join(folder, "settings.json"), 0o644);
  writeFileSync(join(folder, "settings.json"), MINE);
  synth(folder);
  expect(JSON.parse(settingsIn(folder))).toMatchObject({ ours: true });
});

test("a file that people may write too is no matter of the list", () => {
  const folder = folderWith({ "notes.txt": "mine" });
  const made = project(folder);
  new TextFile(made, "notes.txt", { lines: ["ours"], readonly: false });
  expect(() => synthesized(made)).not.toThrow();
});

test("nothing at all is written where the synth stops", () => {
  const folder = folderWith({ "settings.json": MINE });
  expect(() => synth(folder)).toThrow();
  expect(existsSync(join(folder, ".projen"))).toBe(false);
});
