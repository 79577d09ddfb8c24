import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dockerfile, type DockerfileStage, StageBase } from "../../src";
import { bareProject, synthesized } from "../project-folder";
import { parsedStage } from "./parse";
import { reference } from "./reference";

function written(add: (stage: DockerfileStage) => void): string {
  const file = new Dockerfile(bareProject());
  file.addStage("made", StageBase.image("debian:trixie-slim"));
  add(file.addStage("app", StageBase.image("debian:trixie-slim")));
  return synthesized(file.project).Dockerfile;
}

describe.each(reference.map((row) => [`${row.instruction} ${row.flag}`, row] as const))(
  "%s",
  (_, { instruction, add, text }) => {
    const file = () => written(add ?? (() => undefined));
    test("is written", () => expect(file()).toContain(text));

    test("is read as one instruction of that name", () => {
      expect(parsedStage(file(), "app").instructions.map(({ keyword }) => keyword)).toEqual([instruction]);
    });
  },
);

const [table] = /^\| instruction \|.*(?:\n\|.*)*/m.exec(
  readFileSync(join(__dirname, "../../docs/dockerfile.md"), "utf8"),
) ?? [""];
const rows = table
  .split("\n")
  .slice(2)
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test("docs/dockerfile.md has a row for each, in the same order", () => {
  expect(rows.map(([instruction, flag, , since]) => [instruction, flag.replaceAll("`", ""), since])).toEqual(
    reference.map((row) => [row.instruction, row.flag, row.since ?? ""]),
  );
});

test.each(rows.map(([instruction, flag, here], at) => [`${instruction} ${flag}`, here, at] as const))(
  "docs/dockerfile.md names for %s what writes it",
  (_, here, at) => {
    const names = [...here.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const source = `${reference[at].add}`;
    expect(names.filter((name) => !source.includes(name))).toEqual([]);
    expect(names).not.toEqual([]);
  },
);
