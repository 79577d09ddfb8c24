import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packModule } from "./new-project";

/** Makes the folder of this run and packs the module into it. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "projen-python-container-e2e."));
  // A plain user works in it too.
  chmodSync(folder, 0o755);
  process.env.E2E_RUN_FOLDER = folder;
  await packModule(folder);
}
