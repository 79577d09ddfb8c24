import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { typescript } from "projen";
import { containerProject, generated } from "../container-project";
import { filesOf, synthesized } from "../project-folder";

const manifest = (project = containerProject()) => JSON.parse(synthesized(project)["package.json"]);

test("package.json pins all that the projenrc file needs", () => {
  expect(Object.keys(manifest().devDependencies)).toEqual([
    "@types/node",
    "constructs",
    "projen",
    "projen-python-container",
    "ts-node",
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
  expect(manifest(project)).toMatchObject({ private: true, overrides: { a: "1" }, scripts: { b: "c" } });
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
      execArgs: ["node", "--require", "ts-node/register", ".projenrc.ts"],
      env: { TS_NODE_PROJECT: "tsconfig.projen.json" },
    },
  ]);
});

test("another kind of projenrc file needs none of it", () => {
  expect(synthesized(containerProject({ projenrcJson: true }))["package.json"]).toBeUndefined();
});
