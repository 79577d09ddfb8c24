import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { typescript } from "projen";
import { ExistingPythonProject } from "../../src";
import { containerProject, generated } from "../container-project";
import { filesOf, folderWith, synthesized } from "../project-folder";

const manifest = (project = containerProject()) => JSON.parse(synthesized(project)["package.json"]);

test("package.json pins all that the projenrc file needs", () => {
  expect(Object.keys(manifest().devDependencies)).toEqual([
    "@types/node",
    "constructs",
    "projen",
    "projen-python-container",
    "typescript",
  ]);
});

test("package.json is private", () => expect(manifest().private).toBe(true));

test("versions and packages that are there already are kept", () => {
  const project = containerProject();
  const before = { devDependencies: { projen: "0.104.0", prettier: "^3" }, dependencies: { constructs: "10.6.0" } };
  writeFileSync(join(project.outdir, "package.json"), JSON.stringify(before));
  const after = manifest(project);
  expect(after.devDependencies).toMatchObject({ projen: "0.104.0", prettier: "^3" });
  expect(after.dependencies).toEqual({ constructs: "10.6.0" });
  expect(after.devDependencies.constructs).toBeUndefined();
});

test("what else stands there is kept", () => {
  const project = containerProject();
  writeFileSync(join(project.outdir, "package.json"), JSON.stringify({ overrides: { a: "1" }, scripts: { b: "c" } }));
  expect(manifest(project)).toMatchObject({ overrides: { a: "1" }, scripts: { b: "c" } });
});

test("a broken package.json is told before a file is written", () => {
  const project = containerProject();
  writeFileSync(join(project.outdir, "package.json"), "{");
  expect(() => synthesized(project)).toThrow("package.json: is no JSON");
  expect(Object.keys(filesOf(project.outdir))).toEqual(["package.json"]);
});

test("a runner that the user chose stays", () => {
  const runner = typescript.TypeScriptRunner.tsx();
  const { default: task } = generated(containerProject({ projenrcTsOptions: { runner } })).tasks;
  expect(JSON.stringify(task.steps)).toContain("tsx");
});

test("a name that npm would refuse is changed for it", () => {
  expect(manifest(containerProject({ name: "Orders.API" })).name).toBe("orders.api");
});

test("Node runs the projenrc file by what is installed, without npx", () => {
  const { default: task } = generated(containerProject()).tasks;
  expect(task.steps).toEqual([
    {
      execArgs: ["node", "--require", "projen-python-container/lib/projenrc/register", ".projenrc.ts"],
      env: { PROJENRC_TSCONFIG: "tsconfig.projen.json" },
    },
  ]);
});

test("another kind of projenrc file needs none of it", () => {
  expect(synthesized(containerProject({ projenrcJson: true }))["package.json"]).toBeUndefined();
});

/** The files of a project beside a package.json that is there, and other files. */
function beside(packageJson: object, ...others: string[]) {
  const files = Object.fromEntries(others.map((path) => [path, ""]));
  const outdir = folderWith({
    ...files,
    "requirements.txt": "",
    "package.json": JSON.stringify({ name: "web", ...packageJson }),
  });
  return synthesized(new ExistingPythonProject({ outdir }));
}

const tasksIn = (files: Record<string, string>) => JSON.parse(files[".projen/tasks.json"]).tasks;

test.each([
  ["npm", {}, []],
  ["npm", {}, ["package-lock.json"]],
  ["pnpm", {}, ["pnpm-lock.yaml"]],
  ["yarn", {}, ["yarn.lock"]],
  ["pnpm", {}, ["package-lock.json", "pnpm-lock.yaml"]],
  ["bun", {}, ["bun.lock"]],
  ["bun", {}, ["bun.lockb"]],
  ["pnpm", { packageManager: "pnpm@10.34.9+sha512.00" }, ["package-lock.json"]],
  ["npm", { packageManager: "npm@11" }, ["yarn.lock"]],
])("%s installs with %j and %j", (manager, fields, files) => {
  const [{ exec }] = tasksIn(beside(fields, ...files))["projenrc:install"].steps;
  expect(exec.split(" ").slice(0, 2)).toEqual([manager, "install"]);
});

test("the lock file of the manager is not ignored", () => {
  expect(beside({}, "pnpm-lock.yaml")[".gitignore"]).toContain("\n!/pnpm-lock.yaml\n");
});

/** The settings of the projenrc file. */
const settings = (options = {}) => parse(synthesized(containerProject(options))["tsconfig.projen.json"]);

test("the settings of the projenrc file are for no other TypeScript", () => {
  expect(settings().include).toEqual([".projenrc.ts", "projenrc/**/*.ts"]);
});

test("TypeScript checks the projenrc file strictly, and in the folder writes nothing", () => {
  expect(settings().compilerOptions).toMatchObject({ strict: true, noEmit: true });
});

test("a runner that the user chose has settings of its own", () => {
  const runner = typescript.TypeScriptRunner.tsNode();
  expect(settings({ projenrcTsOptions: { runner } }).compilerOptions).toEqual({});
});
