import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExistingFiles } from "../../src";
import { projectFolder } from "../project-folder";
import { bareSynth, edit, HAND_WRITTEN, OWN_LINE } from "./adopted-project";

const IDENTITY = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "core.hooksPath=/dev/null"];

/** A repository with the branches main and other. */
class Repository {
  constructor(public readonly folder: string) {}

  public begin(base: () => void): void {
    this.git("init", "--quiet", "--template=", "--initial-branch=main");
    base();
    this.commit();
    this.git("branch", "other");
  }

  public synth(tag: string): void {
    bareSynth(tag, { existing: ExistingFiles.REFUSE })(this.folder);
  }

  public on(branch: string, change: () => void): void {
    this.git("checkout", "--quiet", "--force", branch);
    change();
    this.commit();
  }

  public commit(): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", "a change");
  }

  /** @returns whether there was no conflict */
  public tryGit(...words: string[]): boolean {
    return spawnSync("git", [...IDENTITY, ...words], { cwd: this.folder }).status === 0;
  }

  public text(): string {
    return readFileSync(join(this.folder, "Dockerfile"), "utf8");
  }

  /** Changes the Dockerfile by hand. */
  public edit(change: (text: string) => string): void {
    edit(join(this.folder, "Dockerfile"), change);
  }

  private git(...words: string[]): void {
    execFileSync("git", [...IDENTITY, ...words], { cwd: this.folder, stdio: ["ignore", "ignore", "pipe"] });
  }
}

const TAGS = { base: "3.11", other: "3.12", main: "3.13" };
let both: Repository;
let expected: string;

beforeAll(() => {
  const fresh = new Repository(projectFolder());
  fresh.synth(TAGS.main);
  expected = fresh.text();
  both = twoBranches(
    (repository) => repository.synth(TAGS.base),
    (repository) => repository.synth(TAGS.other),
  );
});

/** A repository in which main has generated the files, and other has done something else to the same base. */
function twoBranches(base: (on: Repository) => void, other: (on: Repository) => void, main = generate): Repository {
  const repository = new Repository(projectFolder());
  repository.begin(() => base(repository));
  repository.on("other", () => other(repository));
  repository.on("main", () => main(repository));
  return repository;
}

function generate(repository: Repository): void {
  repository.synth(TAGS.main);
}

/** Both branches have generated the files anew. */
function bothGenerated(): Repository {
  const folder = projectFolder();
  cpSync(both.folder, folder, { recursive: true });
  return new Repository(folder);
}

/** How git brings the two together, each with a conflict. */
const ways: Record<string, string[]> = {
  "git merge": ["merge", "other"],
  "git merge that shows the base": ["-c", "merge.conflictStyle=diff3", "merge", "other"],
  "git merge that shows a smaller base": ["-c", "merge.conflictStyle=zdiff3", "merge", "other"],
  "git rebase": ["rebase", "other"],
  "git cherry-pick": ["cherry-pick", "other"],
};

test.each(Object.entries(ways))("%s: a conflict of two generated versions is generated again", (_, words) => {
  const repository = bothGenerated();
  expect(repository.tryGit(...words)).toBe(false);
  expect(repository.text()).toMatch(/^<{7} /m);
  repository.synth(TAGS.main);
  expect(repository.text()).toBe(expected);
});

test.each(["--ours", "--theirs"])("the version of git checkout %s is generated again", (side) => {
  const repository = bothGenerated();
  repository.tryGit("merge", "other");
  repository.tryGit("checkout", side, ".");
  repository.synth(TAGS.main);
  expect(repository.text()).toBe(expected);
});

test("a conflict of two versions without a common one is generated again", () => {
  const repository = twoBranches(
    () => undefined,
    (on) => on.synth(TAGS.other),
  );
  expect(repository.tryGit("merge", "other")).toBe(false);
  repository.synth(TAGS.main);
  expect(repository.text()).toBe(expected);
});

test("a line that people added to a conflict of two generated versions stops the synth", () => {
  const repository = bothGenerated();
  repository.tryGit("merge", "other");
  repository.edit((text) => text + OWN_LINE);
  expect(() => repository.synth(TAGS.main)).toThrow(/Dockerfile has a conflict of git/);
});

test("a conflict in a hand-written file stops the synth", () => {
  const repository = twoBranches(
    ({ folder }) => writeFileSync(join(folder, "Dockerfile"), HAND_WRITTEN),
    (on) => on.edit((text) => text.replace("3.11", "3.12")),
    (on) => on.edit((text) => text.replace("3.11", "3.13")),
  );
  expect(repository.tryGit("merge", "other")).toBe(false);
  expect(() => repository.synth(TAGS.main)).toThrow(/Dockerfile has a conflict of git with a side that people wrote/);
});

test("a conflict with a version that was changed by hand stops the synth", () => {
  const repository = twoBranches(
    (on) => on.synth(TAGS.base),
    (on) => on.edit((text) => text.replace("3.11", "3.11-alpine")),
  );
  expect(repository.tryGit("merge", "other")).toBe(false);
  expect(() => repository.synth(TAGS.main)).toThrow(/Dockerfile has a conflict of git with a side that people wrote/);
});

test("a hand edit that git merges into a generated version without a conflict stops the synth", () => {
  const repository = twoBranches(
    (on) => on.synth(TAGS.base),
    (on) => on.edit((text) => text + "\n".repeat(9) + OWN_LINE),
    ({ folder }) => edit(join(folder, "Dockerfile"), (text) => `# syntax=docker/dockerfile:1\n${text}`),
  );
  expect(repository.tryGit("merge", "other")).toBe(true);
  expect(() => repository.synth(TAGS.main)).toThrow(/Dockerfile was changed by hand/);
});

test("marks that were added to git stop the synth, since git has no sides any more", () => {
  const repository = bothGenerated();
  repository.tryGit("merge", "other");
  repository.commit();
  expect(() => repository.synth(TAGS.main)).toThrow(/Dockerfile has a conflict of git/);
});

test("a conflict that people solved line by line stops the synth, with a way on", () => {
  const repository = bothGenerated();
  repository.tryGit("merge", "other");
  const [marker] = expected.split("\n");
  repository.edit(() => `${marker}\n\nFROM python:3.12 AS app\n`);
  expect(() => repository.synth(TAGS.main)).toThrow(/Dockerfile was changed by hand/);
  expect(() => repository.synth(TAGS.main)).toThrow(/let the generated file take its place/);
});
