import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "projen";
import { Dockerfile, ExistingFiles, FileGuard, StageBase } from "../../src";
import { folderWith, projectFolder, synthesized } from "../project-folder";

const HAND_WRITTEN = 'FROM python:3.11\nCMD ["python"]\n';

function synth(folder: string, existing?: ExistingFiles, ...left: string[]): void {
  const project = new Project({ name: "orders", outdir: folder });
  new Dockerfile(project).addStage("app", StageBase.image("python:3.13-slim"));
  const guard = FileGuard.of(project);
  if (existing !== undefined) guard.decide(project, existing);
  guard.leave(project, ...left);
  synthesized(project);
}

const dockerfileIn = (folder: string) => readFileSync(join(folder, "Dockerfile"), "utf8");

function edited(change: (text: string) => string): string {
  const folder = projectFolder();
  synth(folder);
  chmodSync(join(folder, "Dockerfile"), 0o644);
  writeFileSync(join(folder, "Dockerfile"), change(dockerfileIn(folder)));
  return folder;
}

const handEdited = () => edited((text) => `${text}RUN true\n`);

test("a hand-written file stops the synth", () => {
  expect(() => synth(folderWith({ Dockerfile: HAND_WRITTEN }))).toThrow(/Dockerfile is written by hand/);
});

test("nothing at all is written where the synth stops", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  expect(() => synth(folder)).toThrow();
  expect(readdirSync(folder)).toEqual(["Dockerfile"]);
});

test("a file that was changed after it was generated stops the synth", () => {
  expect(() => synth(handEdited())).toThrow(/Dockerfile was changed by hand after it was generated\n *-RUN true/);
});

test("a file as it was generated is written again", () => {
  const folder = projectFolder();
  synth(folder);
  const before = dockerfileIn(folder);
  synth(folder);
  expect(dockerfileIn(folder)).toBe(before);
});

test("other line ends are no change by hand", () => {
  expect(() => synth(edited((text) => text.replaceAll("\n", "\r\n")))).not.toThrow();
});

test("a backup has what was there", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  synth(folder, ExistingFiles.BACKUP);
  expect(readFileSync(join(folder, "Dockerfile.bak"), "utf8")).toBe(HAND_WRITTEN);
});

test("a link is not followed", () => {
  const folder = folderWith({ "docker/Dockerfile": HAND_WRITTEN });
  symlinkSync("docker/Dockerfile", join(folder, "Dockerfile"));
  expect(() => synth(folder)).toThrow(/is a symbolic link to docker\/Dockerfile/);
});

test("the backup of a link is the link", () => {
  const folder = folderWith({ "docker/Dockerfile": HAND_WRITTEN });
  symlinkSync("docker/Dockerfile", join(folder, "Dockerfile"));
  synth(folder, ExistingFiles.BACKUP);
  expect(lstatSync(join(folder, "Dockerfile.bak")).isSymbolicLink()).toBe(true);
});

test("a folder is never overwritten", () => {
  const folder = projectFolder();
  mkdirSync(join(folder, "Dockerfile"));
  expect(() => synth(folder, ExistingFiles.OVERWRITE)).toThrow(/Dockerfile is a folder/);
});

test("a file that is left to people stays as it is", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN });
  synth(folder, undefined, "Dockerfile");
  expect(dockerfileIn(folder)).toBe(HAND_WRITTEN);
});

test("a file that is left to people is not removed at the next synth", () => {
  const folder = handEdited();
  synth(folder, undefined, "Dockerfile");
  synth(folder, undefined, "Dockerfile");
  expect(dockerfileIn(folder)).toContain("RUN true");
});

test("an orphan that was changed by hand stops the synth", () => {
  const folder = handEdited();
  const project = new Project({ name: "orders", outdir: folder });
  new Dockerfile(project, { fileName: "Containerfile" }).addStage("app", StageBase.image("python:3.13-slim"));
  expect(() => synthesized(project)).toThrow(/Dockerfile is no longer generated and was changed by hand/);
});

test("one project has one decision", () => {
  const project = new Project({ name: "orders", outdir: projectFolder() });
  const guard = FileGuard.of(project);
  guard.decide(project, ExistingFiles.BACKUP);
  guard.decide(project, ExistingFiles.BACKUP);
  expect(() => guard.decide(project, ExistingFiles.OVERWRITE)).toThrow(/"overwrite" is asked .* has "backup" already/);
});

test("a decision is one of those that there are", () => {
  expect(() => synth(projectFolder(), "keep" as ExistingFiles)).toThrow(
    /existingFiles: "keep" is not valid; it is one/,
  );
});

test("a folder with generated files is not left to people as a whole", () => {
  expect(() => synth(projectFolder(), undefined, ".projen")).toThrow(/"\.projen" is a folder; .* name the files in it/);
});
