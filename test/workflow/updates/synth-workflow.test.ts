import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { DependabotUpdates, Renovate, type RenovateOptions } from "../../../src";
import { containerBeside } from "../../container-project";
import { folderWith, projectFolder, synthesized } from "../../project-folder";
import { PYPROJECTS } from "../workflow-shapes";

function made(options: RenovateOptions = {}) {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
  new Renovate(container, options);
  return parse(synthesized(container.project)[".github/workflows/renovate-synth.yml"]);
}

const commandOf = (job: { steps: { name: string; run: string }[] }, name: string): string =>
  job.steps.find((each) => each.name === name)?.run ?? "";

test("pushes to the bot's branches start it", () => {
  expect(made().on).toEqual({ push: { branches: ["renovate/**"] } });
});
test("no fork runs it", () => expect(made().jobs.synth.if).toBe("!github.event.repository.fork"));
test("what runs the code of packages can write nothing", () => {
  expect(made().jobs.synth.permissions).toEqual({ contents: "read" });
});
test("what pushes runs no code of packages", () => {
  const { steps } = made().jobs.push as { steps: { uses?: string; run?: string }[] };
  expect(steps.flatMap(({ uses }) => uses?.split("@")[0] ?? [])).toEqual([
    "actions/checkout",
    "actions/download-artifact",
  ]);
});
test.each([
  [false, "npx projen"],
  [true, "npx projen && npx projen images:pin"],
])("with pinned images %j the files are written by %s", (pinImages, command) => {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv }, { pinImages });
  new Renovate(container);
  const { jobs } = parse(synthesized(container.project)[".github/workflows/renovate-synth.yml"]);
  expect(commandOf(jobs.synth, "Synthesize")).toBe(command);
});
test("the job that pushes may write", () => expect(made().jobs.push.permissions).toEqual({ contents: "write" }));
test("with a token of its own the job may write nothing else", () => {
  expect(made({ tokenSecret: "SYNTH_TOKEN" }).jobs.push.permissions).toEqual({ contents: "read" });
});
test("the token is known to one step alone", () => {
  const { jobs } = made({ tokenSecret: "SYNTH_TOKEN" });
  const texts = [...jobs.synth.steps, ...jobs.push.steps].map((each) => JSON.stringify(each));
  expect(texts.filter((text) => text.includes("secrets.SYNTH_TOKEN"))).toHaveLength(1);
});
test("Dependabot keeps its branch after the commit", () => {
  const container = containerBeside({ "pyproject.toml": PYPROJECTS.uv });
  new DependabotUpdates(container);
  const { jobs } = parse(synthesized(container.project)[".github/workflows/dependabot-synth.yml"]);
  expect(jobs.push.steps.at(-1).env.MESSAGE).toContain("[dependabot skip]");
});

describe("the commands", () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd, encoding: "utf8" });

  /** A clone of a repository with one commit, as a job has it. */
  function cloned() {
    const folder = folderWith({ "work/kept.txt": "a\n", "work/Dockerfile": "FROM a\n" });
    const work = join(folder, "work");
    git(work, "init", "--quiet", "--initial-branch=renovate/uv");
    git(work, "add", "--all");
    git(work, "commit", "--quiet", "--message=first");
    git(folder, "clone", "--quiet", "--bare", "work", "origin");
    const clone = (name: string) => {
      git(folder, "clone", "--quiet", "origin", name);
      return join(folder, name);
    };
    return { origin: join(folder, "origin"), clone };
  }

  const shell = (cwd: string, command: string, temp: string) =>
    execFileSync("bash", ["-e", "-o", "pipefail", "-c", command], {
      cwd,
      env: {
        ...process.env,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: join(temp, "output"),
        BRANCH: "renovate/uv",
        MESSAGE: "chore: synthesize",
        TOKEN: "token",
      },
    });

  function compared(change: (folder: string) => void) {
    const temp = projectFolder();
    writeFileSync(join(temp, "output"), "");
    const { origin, clone } = cloned();
    const folder = clone("synth");
    change(folder);
    const { synth, push } = made().jobs;
    shell(folder, commandOf(synth, "Compare"), temp);
    const output = readFileSync(join(temp, "output"), "utf8");
    return { output, push: () => shell(clone("push"), commandOf(push, "Push the changes"), temp), origin };
  }
  const change = (folder: string) => {
    writeFileSync(join(folder, "Dockerfile"), "FROM b\n");
    mkdirSync(join(folder, "new"));
    writeFileSync(join(folder, "new/data"), Buffer.from([0, 1, 2, 255]));
  };

  test("tell that something changed", () => expect(compared(change).output).toBe("changed=true\n"));
  test("tell nothing where nothing changed", () => expect(compared(() => {}).output).toBe(""));
  test("push what changed, whatever is in it", () => {
    const { push, origin } = compared(change);
    push();
    expect(git(origin, "show", "--stat=200", "--format=%an: %s", "renovate/uv")).toMatch(
      /^github-actions\[bot\]: chore: synthesize\s+Dockerfile +\| +2 \+-\n new\/data +\| Bin 0 -> 4 bytes/,
    );
  });
});
