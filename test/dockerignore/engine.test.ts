import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BuildContext } from "../../src/dockerignore/context";
import { filesOf, projectFolder } from "../project-folder";

const engine = spawnSync("docker", ["buildx", "inspect"], { encoding: "utf8", timeout: 5000 });
const withEngine = engine.status === 0 && /Status:\s+running/.test(engine.stdout) ? describe : describe.skip;

withEngine("a real engine keeps the same files (skipped where none answers)", () => {
  const files = [
    "a/b/f",
    "a/c/f",
    "src/m.py",
    "src/__pycache__/m.pyc",
    "x y",
    "#e",
    "p|q",
    "**f",
    ".env",
    ".env.example",
  ];

  test.each([
    [["a/b", "!a", "\\#e", "**f"]],
    [["a", "!a/b", "*"]],
    [["*", "!src", "**/__pycache__"]],
    [["**/__pycache__", "!src", " x y ", ".env*", "!.env.example", "p|q"]],
  ])("%j", (lines) => {
    const folder = projectFolder();
    for (const file of files) {
      mkdirSync(dirname(join(folder, "context", file)), { recursive: true });
      writeFileSync(join(folder, "context", file), "not empty");
    }
    writeFileSync(join(folder, "Dockerfile"), "FROM scratch\nCOPY . /\n");
    writeFileSync(join(folder, "Dockerfile.dockerignore"), `${lines.join("\n")}\n`);
    const build = ["buildx", "build", "--quiet", "--file", "Dockerfile", "--output", "out", "context"];
    expect(spawnSync("docker", build, { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 0 });

    const context = new BuildContext(lines);
    const arrived = Object.entries(filesOf(join(folder, "out"))).filter(([, text]) => text !== "");
    expect(arrived.map(([path]) => path)).toEqual(files.filter((path) => context.includes(path)).sort());
  });
});
