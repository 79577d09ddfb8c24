import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Project, type ProjectOptions } from "projen";

const made: string[] = [];

/**
 * A new empty folder for a test's project; every test project gets one as its `outdir`.
 *
 * Without an `outdir` projen may take the current folder for the test's own and remove it, the checkout included.
 */
export function projectFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "projen-python-container."));
  made.push(folder);
  return folder;
}

/** A new folder with these files, the text of each by its path. */
export function folderWith(files: Record<string, string>): string {
  const folder = projectFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A bare projen project in a folder of its own. */
export function bareProject(options: Partial<ProjectOptions> = {}): Project {
  return new Project({ name: "orders", ...options, outdir: projectFolder() });
}

/**
 * Synthesizes the project, without its post-synthesis steps, and returns the text of every file by its path.
 *
 * @throws where a generated devcontainer.json does not fit the official schema
 */
export function synthesized(project: Project): Record<string, string> {
  process.env.PROJEN_DISABLE_POST = "true";
  project.synth();
  const files = filesOf(project.outdir);
  if (Object.keys(files).some((path) => path.endsWith("devcontainer.json"))) {
    // Here alone: it loads a validator, which few tests need.
    const {
      checkDevContainers,
    }: typeof import("./dev-container/official-schema") = require("./dev-container/official-schema");
    checkDevContainers(files);
  }
  return files;
}

/** The text without its checksum, which changes with each of its characters. */
export function withoutChecksum(text: string): string {
  return text.replace(/ \(checksum [0-9a-f]{16}\)/, "");
}

/** The text of every file below the folder, by its path from there. */
export function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Outside of a test, in the programs that run tests by themselves, they stay until the end. */
const atTheEnd = typeof afterAll === "function" ? afterAll : (clean: () => void) => process.once("exit", clean);

atTheEnd(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
