import { join } from "node:path";
import { LogLevel, Project, TextFile } from "projen";
import { Dockerfile, FileGuard } from "../../src";
import { AskedPaths } from "../../src/files/asked-paths";
import { projectFolder } from "../project-folder";

function project(): Project {
  return new Project({ name: "orders", outdir: projectFolder(), logging: { level: LogLevel.OFF } });
}

/** A project that has a guard, and so a shorter way to its files. */
function guarded(): Project {
  const made = project();
  FileGuard.of(made);
  return made;
}

test.each([
  [
    "before the guard",
    () => {
      const made = project();
      const file = new TextFile(made, "a.txt");
      FileGuard.of(made);
      return { made, file };
    },
  ],
  [
    "after the guard",
    () => {
      const made = guarded();
      return { made, file: new TextFile(made, "a.txt") };
    },
  ],
  [
    "in a subproject",
    () => {
      const made = guarded();
      const below = new Project({ name: "api", parent: made, outdir: "api" });
      return { made, file: new TextFile(below, "a.txt") };
    },
  ],
])("a file that was added %s is found", (_, make) => {
  const { made, file } = make();
  expect(made.tryFindFile(file.absolutePath)).toBe(file);
});

test("a file is found by its path from the project's folder", () => {
  const made = guarded();
  const file = new TextFile(made, "docs/a.txt");
  expect(made.tryFindFile("docs/a.txt")).toBe(file);
});

test("a file that somebody looked for too early is found", () => {
  const made = guarded();
  made.tryFindFile("a.txt");
  const file = new TextFile(made, "a.txt");
  expect(made.tryFindFile("a.txt")).toBe(file);
});

test("a file that is not there is not found", () => expect(guarded().tryFindFile("a.txt")).toBeUndefined());

test("there is no second file of a path", () => {
  const made = new Dockerfile(project()).project;
  expect(() => new TextFile(made, "Dockerfile")).toThrow("There is already a file under Dockerfile");
});

test("a file that was taken out may be added again", () => {
  const made = new Dockerfile(project()).project;
  made.tryRemoveFile("Dockerfile");
  const file = new TextFile(made, "Dockerfile");
  expect(made.tryFindFile("Dockerfile")).toBe(file);
});

test("where projen would not ask for a file before it makes one, the tree is walked through as ever", () => {
  const made = project();
  const paths = new AskedPaths(made);
  const { tryFindFile } = made;
  made.tryFindFile = () => undefined;
  const file = new TextFile(made, "a.txt");
  made.tryFindFile = tryFindFile;
  paths.expect(file);
  expect(made.tryFindFile(join(made.outdir, "a.txt"))).toBe(file);
});
