import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Mistake } from "../values/mistake";

/**
 * A new folder of temporary files.
 *
 * @param prefix of its name
 * @throws where none can be made
 */
export function temporaryFolder(prefix: string): string {
  try {
    return mkdtempSync(join(tmpdir(), prefix));
  } catch (error) {
    throw new Mistake({
      where: "",
      what: `no folder can be made in ${tmpdir()}, the place of temporary files (${(error as Error).message})`,
      fix: `have ${process.platform === "win32" ? "TEMP" : "TMPDIR"} name a folder that can be written`,
    });
  }
}
