import { mustDocker } from "../../e2e/harness/engine";
import { removeImages, testImage } from "../../e2e/harness/image";
import type { ApplicationState } from "./application";
import { SubjectFolder } from "./subject-folder";
import { imageSubjects, type LockName } from "./subjects";

/** The lock files of one state of the application, in all formats, with the same versions. */
export type LockFiles = Readonly<Record<LockName, string>>;

/**
 * Makes the lock files by the `lock` stage of this module's Dockerfiles. They hold the address of the package index, so
 * that they are no part of the repository.
 *
 * @throws where the package managers chose different versions
 */
export async function makeLocks(state: ApplicationState): Promise<LockFiles> {
  const locks: Partial<Record<LockName, string>> = {};
  for (const subject of imageSubjects.filter(({ manager }) => manager !== undefined)) {
    const [name] = subject.locks;
    const folder = new SubjectFolder(subject, "lock");
    folder.write(state, {});
    await mustDocker(["build", "--target", "lock", "--output", "type=local,dest=.", "."], {
      cwd: folder.path,
      seconds: 600,
    });
    locks[name] = folder.read(name);
    if (name === "uv.lock") {
      folder.write(state, locks);
      locks["requirements.txt"] = await exported(folder);
    }
    folder.remove();
  }
  const made = locks as LockFiles;
  checkVersions(made);
  return made;
}

/** What uv has locked for production, with hashes, as pip reads it: this module's manifest stage writes it. */
async function exported(folder: SubjectFolder): Promise<string> {
  const image = testImage("bench-manifest");
  await mustDocker(["build", "--target", "manifest", "--tag", image, "."], { cwd: folder.path, seconds: 600 });
  const text = await mustDocker(["run", "--rm", image, "cat", "/manifest/requirements.txt"]);
  await removeImages([image]);
  return `${text}\n`;
}

/** Like is compared with like only where all install the same versions. */
function checkVersions(locks: LockFiles): void {
  const reference = versionsIn(locks["uv.lock"]);
  for (const name of ["poetry.lock", "pylock.toml"] as const) {
    for (const [distribution, version] of versionsIn(locks[name])) {
      const expected = reference.get(distribution);
      if (expected !== undefined && expected !== version) {
        throw new Error(
          `${name} has ${distribution} ${version}, uv.lock has ${expected}: give the version in application.ts`,
        );
      }
    }
  }
}

/** The versions in a lock file; all three formats write a package as a table of TOML with these two lines. */
function versionsIn(lock: string): Map<string, string> {
  const found = [...lock.matchAll(/^name = "(.+)"\nversion = "(.+)"$/gm)].map(([, name, version]): [string, string] => [
    name.toLowerCase().replace(/[-_.]+/g, "-"),
    version,
  ]);
  if (found.length < 20) throw new Error(`only ${found.length} packages were found in a lock file`);
  return new Map(found);
}
