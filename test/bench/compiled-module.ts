import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { runBounded } from "./run-bounded";
import { ROOT } from "./versions";

/** Compiles the module where a source is newer than what was compiled, so that no measurement transpiles anything. */
export async function compileWhereStale(log: (line: string) => void): Promise<void> {
  const compiled = join(ROOT, "lib", "index.js");
  if (existsSync(compiled) && statSync(compiled).mtimeMs >= newestSource()) return;
  log("lib is older than src; it is compiled");
  await runBounded("npx", ["projen", "compile"], { cwd: ROOT, timeoutSeconds: 600 });
}

function newestSource(): number {
  const sources = join(ROOT, "src");
  const files = readdirSync(sources, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
