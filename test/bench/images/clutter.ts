import { randomBytes } from "node:crypto";
import type { SubjectFolder } from "./subject-folder";

/** What lies in a developer's repository beside the application, in megabytes: none of it is needed to build. */
const CLUTTER = {
  ".git/objects/pack/pack.pack": 20,
  ".venv/lib/big.so": 200,
  "node_modules/big/index.js": 30,
  "tests/data/rows.bin": 10,
};

/**
 * Puts a history, an environment, Node's packages and test data into the folder.
 *
 * @param scale how much of it
 */
export function addClutter(folder: SubjectFolder, scale = 1): void {
  const megabyte = randomBytes(1_000_000 * scale);
  for (const [path, megabytes] of Object.entries(CLUTTER)) {
    folder.put(path, Buffer.concat(Array.from({ length: megabytes }, () => megabyte)));
  }
  folder.put(".git/HEAD", "ref: refs/heads/main\n");
}
