import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "./locations";
import { NewProject, type PackageManagerName } from "./new-project";
import { withoutPython } from "./user-environment";

/** A project whose dependencies take a while to install is what the caching of images is for. */
const OPTIONS = ["--deps", "httpx@^0.28"];

/** What `projen new` wrote, made once a run. A test that changes something takes a copy. */
export async function newProject(manager: PackageManagerName): Promise<NewProject> {
  const folder = projectFolder("new", manager);
  const tarball = join(runFolder(), "module.tgz");
  const env = withoutPython(runFolder());
  await once(`new-${manager}`, () => NewProject.make({ tarball, folder, manager, env, options: OPTIONS }));
  return new NewProject(folder, manager, env);
}

/** The same with its lock file, made once a run, from nothing, by the project's own task. A test that changes something takes a copy. */
export async function lockedProject(manager: PackageManagerName): Promise<NewProject> {
  const folder = projectFolder("locked", manager);
  const fresh = await newProject(manager);
  await once(`lock-${manager}`, async () => {
    const project = await fresh.copyTo(folder);
    // `projen new` may have made one already.
    rmSync(project.path(project.lockFile), { force: true });
    await project.mustRun(["npx", "projen", "lock"], 400);
  });
  return fresh.at(folder);
}

/** A locked project that a test may change. */
export async function ownProject(manager: PackageManagerName, label: string): Promise<NewProject> {
  return (await lockedProject(manager)).copyTo(projectFolder(label, manager));
}

/** Where a project lies: always two folders below the run's, so that the module's tarball is found from each. */
export function projectFolder(label: string, manager: PackageManagerName): string {
  return join(runFolder(), label, `shop-${manager}`);
}

/** Does a thing once for all test files of a run; what failed once fails at once the next time. */
async function once(name: string, make: () => Promise<unknown>): Promise<void> {
  const mark = join(runFolder(), `${name}.done`);
  if (existsSync(mark)) {
    const failure = readFileSync(mark, "utf8");
    if (failure !== "") throw new Error(failure);
    return;
  }
  try {
    await make();
    writeFileSync(mark, "");
  } catch (error) {
    writeFileSync(mark, `${error instanceof Error ? error.message : error}`);
    throw error;
  }
}
