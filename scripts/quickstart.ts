import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, answerOf, Container } from "../test/e2e/harness/container";
import { engineAnswers, mustDocker } from "../test/e2e/harness/engine";
import { exposedPort } from "../test/e2e/harness/image";
import { NewProject, type PackageManagerName, packageManagers, packModule } from "../test/e2e/harness/new-project";
import { shellEnvironment } from "../test/e2e/harness/user-environment";

const IMAGE = "projen-python-container-quickstart";
const SHOWN = ["pyproject.toml", "Dockerfile", ".dockerignore", "compose.yaml", ".devcontainer/devcontainer.json"];

/** Packs the module, makes a project with it, and where a Docker engine answers builds and runs its image. */
async function quickstart(manager: PackageManagerName): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "projen-python-container-quickstart."));
  const tarball = await step("pack the module", () => packModule(folder));
  const project = await step(`projen new --from ${tarball} python-container`, () =>
    NewProject.make({
      tarball,
      folder: join(folder, "hello-python"),
      manager,
      env: shellEnvironment(),
      // Who tries it out may have no git identity yet.
      options: ["--no-git"],
    }),
  );
  await step("npx projen", () => project.mustRun(["npx", "projen"], 300));
  console.log(`\nThe new project is in ${project.folder}:`);
  for (const file of SHOWN) if (existsSync(project.path(file))) console.log(`  ${file}`);

  if (!(await engineAnswers())) {
    console.log("\nNo Docker engine answers, so the image is not built. With one:");
    console.log(`  cd ${project.folder} && npx projen lock && docker compose up --build --wait app`);
    return;
  }
  console.log("\nA Docker engine answers.");
  await step("npx projen lock", () => project.mustRun(["npx", "projen", "lock"], 400));
  await step("docker build --target app", () => project.mustRun(buildCommand, 500));
  const answer = await step("docker run", healthOf);
  console.log(`\nGET /health answers ${answer.status}: ${answer.body}`);
  if (answer.status !== 200) throw new Error("a healthy application answers 200");
  console.log(`Next: cd ${project.folder}, change .projenrc.ts, npx projen.`);
}

const buildCommand = ["docker", "build", "--quiet", "--target", "app", "--tag", IMAGE, "."];

async function healthOf(): Promise<Answer> {
  const port = await exposedPort(IMAGE);
  const container = await Container.start(IMAGE, ["--publish", `127.0.0.1::${port}`]);
  try {
    return await answerOf(await container.url(port, "/health"));
  } catch (error) {
    throw new Error(`${error}\n${await container.logs()}`);
  } finally {
    await container.remove();
    await mustDocker(["image", "rm", IMAGE]);
  }
}

async function step<Result>(title: string, action: () => Promise<Result>): Promise<Result> {
  const start = Date.now();
  process.stdout.write(`${title} … `);
  const result = await action();
  console.log(`${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

const [asked = "uv"] = process.argv.slice(2);
const manager = packageManagers.find((name) => name === asked);
if (manager === undefined) {
  console.error(`quickstart: ${asked} is no package manager of a new project; give ${packageManagers.join(" or ")}`);
  process.exitCode = 1;
} else {
  quickstart(manager).catch((error: unknown) => {
    console.error(`failed\n\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  });
}
