import { AdoptedRepository } from "./harness/adopted-repository";
import type { Outcome } from "./harness/run";

const NEW_FILES = [
  ".devcontainer/devcontainer.json",
  ".dockerignore",
  ".projen/files.json",
  ".projen/tasks.json",
  ".projenrc.ts",
  "Dockerfile.bak",
  "compose.yaml",
  "package-lock.json",
  "package.json",
  "tsconfig.projen.json",
  "unfinished.txt",
];

describe("projen new in a repository of people's", () => {
  let orders: AdoptedRepository;
  let withGit: Outcome;
  let refused: Outcome;
  let afterRefusal: string[];
  let adopted: Outcome;
  beforeAll(async () => {
    orders = await AdoptedRepository.make("existing");
    withGit = await orders.projenNew();
    refused = await orders.projenNew("--no-git");
    afterRefusal = await orders.changes();
    adopted = await orders.projenNew("--no-git", "--existing-files", "backup");
  });

  test("asks for --no-git, since it would commit what is unfinished", () => {
    expect(withGit.exitCode).toBe(1);
    expect(withGit.stderr).toContain("give --no-git too");
  });

  test("lists a hand-written Dockerfile, with the options that go on", () => {
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(
      /Dockerfile is written by hand[\s\S]*--existing-files backup[\s\S]*--hand-written-files/,
    );
  });

  test("has then written nothing but what projen itself writes", () => {
    expect(afterRefusal).toEqual(["?? package.json", "?? unfinished.txt"]);
  });

  test("goes on with a backup", () => expect(adopted).toMatchObject({ exitCode: 0 }));

  test("changes and adds only what it says", async () => {
    const merged = [" M .gitattributes", " M .gitignore", " M Dockerfile"];
    expect(await orders.changes()).toEqual([...merged, ...NEW_FILES.map((path) => `?? ${path}`)]);
  });

  test.each([".gitignore", ".gitattributes"])("keeps what stands in %s", (path) => {
    expect(orders.read(path).slice(0, orders.before(path).length)).toBe(orders.before(path));
  });

  test("keeps the Dockerfile beside the new one", () => {
    expect(orders.read("Dockerfile.bak")).toBe(orders.before("Dockerfile"));
  });

  test("writes a projenrc file without what was for this one time", () => {
    expect(orders.read(".projenrc.ts")).not.toMatch(
      /existingFiles|devDeps|module\.tgz|^ *(port|healthCheckPath|outdir):/m,
    );
  });

  test("is left as it is by npm ci and npx projen in a fresh clone", async () => {
    await orders.commit();
    const clone = await orders.clone("existing-clone");
    await clone.mustRun(["npm", "ci"], { CI: "true" });
    await clone.mustRun(["npx", "projen", "--no-post"], { CI: "true" });
    expect(await clone.changes()).toEqual([]);
  });
});

describe("a repository with a package.json of modules of JavaScript", () => {
  let orders: AdoptedRepository;
  const manifest = '{\n\t"name": "web",\n\t"type": "module"\n}\n';
  beforeAll(async () => {
    orders = await AdoptedRepository.make("existing-module", { "package.json": manifest });
    const made = await orders.projenNew("--no-git", "--hand-written-files", "Dockerfile");
    expect(made).toMatchObject({ exitCode: 0 });
  });

  test("keeps a file that is left to people", () => {
    expect(orders.read("Dockerfile")).toBe(orders.before("Dockerfile"));
  });

  test("names it in the projenrc file", () => {
    expect(orders.read(".projenrc.ts")).toContain('handWrittenFiles: ["Dockerfile"]');
  });

  test("keeps its package.json but for what is added", () => {
    expect(orders.read("package.json").slice(0, manifest.length - 3)).toBe(manifest.slice(0, -3));
  });

  test("runs the projenrc file all the same", async () => {
    await orders.commit();
    await orders.mustRun(["npx", "projen", "--no-post"]);
    expect(await orders.changes()).toEqual([]);
  });
});
