import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExistingFiles } from "../../src";
import { refusal } from "../../src/files/refusal";
import { folderWith, projectFolder } from "../project-folder";
import { bareSynth, edit, HAND_WRITTEN, OWN_LINE } from "./adopted-project";

/** What is told about the folder. */
function told(folder: string): string {
  try {
    bareSynth("3.13", { existing: ExistingFiles.REFUSE })(folder);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the synth did not stop");
}

const linesOf = (text: string) => told(folderWith({ Dockerfile: text })).split("\n");
const shown = (text: string) => linesOf(text).filter((line) => /^ {6}/.test(line));

function changedByHand(): string {
  const folder = projectFolder();
  bareSynth("3.13")(folder);
  edit(join(folder, "Dockerfile"), (text) => text.replace("FROM", `${OWN_LINE}FROM`));
  return folder;
}

test("all files are listed at once", () => {
  const folder = folderWith({ Dockerfile: HAND_WRITTEN, "compose.yaml": "services: {}\n" });
  const lines = told(folder).split("\n");
  expect(lines[0]).toBe("files that are there already: 2 stand in the way, so nothing was written");
  expect(lines.filter((line) => /^ {2}\S+ is written by hand$/.test(line))).toHaveLength(2);
});

test.each([
  "existingFiles: ExistingFiles.BACKUP",
  'handWrittenFiles: ["Dockerfile"]',
  "commit or copy yours, remove it, and run npx projen again",
])("the way on is told: %s", (way) => {
  expect(told(folderWith({ Dockerfile: HAND_WRITTEN }))).toContain(way);
});

test("what can only be mended has no other way on", () => {
  const folder = folderWith({ ".devcontainer": "" });
  expect(told(folder).split("\n")).toEqual([
    "files that are there already: one stands in the way, so nothing was written",
    "  .devcontainer/devcontainer.json would lie in .devcontainer, which is no folder",
    "Mend that and run npx projen again.",
  ]);
});

const ways = (text: string) => text.split("\n").flatMap((line) => /^ {2}(keep|leave|let)/.exec(line)?.[1] ?? []);

test("of a listed folder no copy is offered, since none would be made", () => {
  const files = { "old/app": "", ".projen/files.json": '{"files": ["old", ".projen/files.json"]}' };
  expect(ways(told(folderWith(files)))).toEqual(["leave", "let"]);
});

test("beside another file it is told for which one a copy is made", () => {
  const files = { "old/app": "", Dockerfile: "", ".projen/files.json": '{"files": ["old", ".projen/files.json"]}' };
  expect(told(folderWith(files))).toContain("as <name>.bak (not for old): existingFiles");
});

test("what projen alone writes is not offered to people", () => {
  expect(ways(told(folderWith({ ".projen/tasks.json": "mine" })))).toEqual(["keep", "let"]);
});

test.each([
  ["Dockerfile", "--hand-written-files Dockerfile"],
  ["my app's/Dockerfile", "--hand-written-files 'my app'\\''s/Dockerfile'"],
])("the shell takes %s as one word", (path, word) => {
  expect(refusal([{ path, reason: "is written by hand" }], { isCreation: true }).message).toContain(`with ${word}\n`);
});

test("a change by hand is shown, and nothing else of the file", () => {
  const lines = told(changedByHand()).split("\n");
  expect(lines.filter((line) => /^ {6}/.test(line))).toEqual([`      -${OWN_LINE.trim()}`]);
});

test("a long difference is cut", () => {
  const lines = shown(`${HAND_WRITTEN}${"RUN true\n".repeat(100)}`);
  expect(lines).toHaveLength(7);
  expect(lines.at(-1)).toMatch(/^ {6}… and \d+ more lines that differ$/);
});

test("a long line is cut", () => {
  expect(shown(`FROM ${"x".repeat(500)}\n`)[0]).toHaveLength(127);
});

test("a file that is no text is listed without a difference", () => {
  const folder = projectFolder();
  writeFileSync(join(folder, "Dockerfile"), Buffer.from([0, 1, 2, 255, 10]));
  expect(told(folder)).toMatch(/Dockerfile is written by hand\nWays on/);
});

test("a huge file is told at once", () => {
  const text = Array.from({ length: 200_000 }, (_, number) => `RUN ${number}\n`).join("");
  const before = Date.now();
  expect(shown(text)).toEqual(["      … it differs nearly everywhere"]);
  expect(Date.now() - before).toBeLessThan(5000);
});

test.each([
  ["ENV API_TOKEN=abc123", "ENV API_TOKEN=***"],
  ["POSTGRES_PASSWORD: hunter2", "POSTGRES_PASSWORD: ***"],
  ['"clientSecret": "a b c"', '"clientSecret": ***'],
  ["ENV API_TOKEN abc123 def", "ENV API_TOKEN ***"],
  ["API_TOKEN: abc123 def", "API_TOKEN: ***"],
  ["API_TOKEN='abc'123", "API_TOKEN=***"],
  ["ARG API_TOKEN", "ARG API_TOKEN"],
  ["RUN get token from here", "RUN get token from here"],
  ["PASSWORD=$PASSWORD", "PASSWORD=$PASSWORD"],
  ["https://me:hunter2@example.com/", "https://***:***@example.com/"],
  ["RUN --mount=type=secret,id=index uv sync", "RUN --mount=type=secret,id=index uv sync"],
])("of %s is shown %s", (line, masked) => {
  expect(shown(`${line}\n`)[0]).toBe(`      -${masked}`);
});

test("what a terminal would obey is not passed on", () => {
  expect(shown("RUN \u001b[31mred\u0007\u202e\r\n")[0]).toBe("      -RUN \\u001b[31mred\\u0007\\u202e\\u000d");
});
