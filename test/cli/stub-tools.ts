import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { projectFolder } from "../project-folder";

/** Programs of a test, each the text of a script of `sh`, by their names. */
export type Scripts = Readonly<Record<string, string>>;

/** Runs something with these programs on the PATH, and no others but node, sh and cat. */
export function withTools<T>(scripts: Scripts, run: () => T): T {
  const folder = projectFolder();
  for (const [name, text] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  for (const path of ["/bin/sh", "/bin/cat", process.execPath])
    symlinkSync(path, join(folder, path.split("/").pop() ?? ""));
  const before = process.env.PATH;
  process.env.PATH = [folder].join(delimiter);
  try {
    return run();
  } finally {
    process.env.PATH = before;
  }
}
