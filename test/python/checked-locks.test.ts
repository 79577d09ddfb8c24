import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LogLevel, Project } from "projen";
import { ContainerChecks, PythonContainer } from "../../src";
import { checkOf } from "../files/checked-project";
import { lockedProject } from "../lock/locked-project";
import { folderWith } from "../project-folder";

const fresh = lockedProject({ packages: { web: {} } });
const logging = { level: LogLevel.OFF };

function locksOf(files: Record<string, string>, place = "", skipped: readonly string[] = []): readonly string[] {
  const projenrc = (outdir: string) => {
    const root = new Project({ name: "shop", outdir, logging });
    const project = place === "" ? root : new Project({ name: "api", parent: root, outdir: place, logging });
    new PythonContainer(project);
    for (const rule of skipped) ContainerChecks.of(root).skip(rule, { reason: "it is made in CI" });
    return root;
  };
  const folder = folderWith(Object.fromEntries(Object.entries(files).map(([path, text]) => [join(place, path), text])));
  mkdirSync(join(folder, place), { recursive: true });
  return checkOf(folder, projenrc).locks;
}

const missing = { "pyproject.toml": fresh["pyproject.toml"] };
const stale = { ...fresh, "pyproject.toml": fresh["pyproject.toml"].replace('"web"', '"web", "httpx"') };

test.each([
  ["LockMissing", missing],
  ["LockStale", stale],
])("a check reports nothing where %s is switched off", (rule, files) =>
  expect([locksOf(files).length, locksOf(files, "", [rule])]).toEqual([1, []]),
);

test("a check does not warn of what it reports", () => {
  const warn = jest.spyOn(console, "error").mockImplementation();
  const folder = folderWith(stale);
  checkOf(folder, (outdir) => {
    const project = new Project({ name: "shop", outdir, logging: { level: LogLevel.WARN } });
    new PythonContainer(project, { command: ["python"] });
    return project;
  });
  const warned = warn.mock.calls.flat().join("\n");
  warn.mockRestore();
  expect(warned).not.toContain("LockStale");
});

describe("a check reports", () => {
  test("nothing of a lock file that fits", () => expect(locksOf(fresh)).toEqual([]));

  test.each([
    ["is missing", missing, /^There is no uv\.lock/],
    ["is empty", { ...fresh, "uv.lock": "" }, /^uv\.lock is empty/],
    ["is stale", stale, /^uv\.lock: .*npx projen lock/],
  ])("a lock file that %s", (_, files, message) => expect(locksOf(files)).toEqual([expect.stringMatching(message)]));

  test("the folder of the project that has it", () =>
    expect(locksOf({ ...fresh, "uv.lock": "" }, "services/api")).toEqual([
      expect.stringMatching(/^services\/api: uv\.lock is empty/),
    ]));
});
