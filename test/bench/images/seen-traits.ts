import { mustDocker } from "../../e2e/harness/engine";
import { removeImages } from "../../e2e/harness/image";
import type { LockFiles } from "./lock-files";
import type { SubjectFolder } from "./subject-folder";
import { imageOf, timedBuild } from "./timed-build";

/**
 * Looks in the image that was built last, and at what a build does whose lock file lacks a dependency, for what the report
 * says of the subject.
 *
 * @throws where a trait isn't as it is said
 */
export async function checkTraits(folder: SubjectFolder, locks: LockFiles): Promise<void> {
  const { id, installsProject, compilesBytecode, verifiesLock } = folder.subject;
  const said = { installsProject, compilesBytecode, verifiesLock };
  const seen = { ...(await inImage(imageOf(folder))), verifiesLock: await stopsWhereStale(folder, locks) };
  if (JSON.stringify(said) !== JSON.stringify(seen)) {
    throw new Error(`${id} is said to be ${JSON.stringify(said)}, and is ${JSON.stringify(seen)}: mend subjects.ts`);
  }
}

async function inImage(image: string): Promise<{ installsProject: boolean; compilesBytecode: boolean }> {
  const words = ["run", "--rm", "--network", "none", "--entrypoint", "python", image, "-c", TRAITS];
  return JSON.parse(await mustDocker(words, { seconds: 60 }));
}

// Nothing of fastapi is imported: that could compile it.
const TRAITS = `
import importlib.metadata as metadata, importlib.util, json, os
installed = any(distribution.metadata["Name"] == "orders" for distribution in metadata.distributions())
compiled = os.path.exists(importlib.util.find_spec("fastapi").cached)
print(json.dumps({"installsProject": installed, "compilesBytecode": compiled}))
`;

/** What uv, poetry and this module's stages say; a build that fails for another reason says nothing of the lock. */
const STALE = /uv\.lock` needs to be updated|pyproject\.toml changed significantly|match pyproject\.toml/;

async function stopsWhereStale(folder: SubjectFolder, locks: LockFiles): Promise<boolean> {
  folder.write({ ...folder.state, hasOneMore: true }, locks);
  try {
    const { id } = await timedBuild(folder);
    await removeImages([id]);
    return false;
  } catch (error) {
    if (STALE.test(`${error}`)) return true;
    throw error;
  }
}
