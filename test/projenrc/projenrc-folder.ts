import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { containerProject } from "../container-project";
import { folderWith, projectFolder, synthesized } from "../project-folder";

const root = resolve(__dirname, "../..");

/** What projenrc files in these tests import: it writes a file, as a synth does. */
const STUB = {
  "lib/index.js": 'exports.write = ({ text }) => require("node:fs").writeFileSync("written", text);',
  "lib/index.d.ts": "export declare function write(options: { readonly text: string }): void;",
  "package.json": JSON.stringify({ name: "projen-python-container", main: "lib/index.js", types: "lib/index.d.ts" }),
};

/** A module of the sources as it is published. */
function published(folder: string): [string, string][] {
  return readdirSync(join(root, "src", folder)).map((name) => {
    const text = readFileSync(join(root, "src", folder, name), "utf8");
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    });
    return [`lib/${folder}/${name.replace(/ts$/, "js")}`, outputText];
  });
}

const MODULE = Object.entries({ ...STUB, ...Object.fromEntries([...published("projenrc"), ...published("values")]) });

let made: Record<string, string> | undefined;

/** A folder with a projenrc file, its settings as this module makes them, and what is installed to run it. */
export function projenrcFolder(files: Record<string, string>): string {
  made ??= synthesized(containerProject());
  const installed = MODULE.map(([path, text]) => [`node_modules/projen-python-container/${path}`, text]);
  const folder = folderWith({
    "tsconfig.projen.json": made["tsconfig.projen.json"],
    ...Object.fromEntries(installed),
    ...files,
  });
  mkdirSync(join(folder, "node_modules/@types"));
  for (const name of ["@types/node", "typescript"].filter((each) => !(`node_modules/${each}/package.json` in files))) {
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  }
  return folder;
}

/** What became of a run. */
export interface ProjenrcRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in the folder of temporary files. */
  readonly leftOver: string[];
}

/** Runs the projenrc file of a folder by the command of the task. */
export function runProjenrc(folder: string): ProjenrcRun {
  const temporary = projectFolder();
  const { args, env } = command(temporary);
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env,
  });
  return { status, stdout, stderr, leftOver: readdirSync(temporary) };
}

/** Starts it, with a folder of temporary files of its own. */
export function startProjenrc(folder: string, temporary: string): ChildProcess {
  const { args, env } = command(temporary);
  return spawn(process.execPath, args, { cwd: folder, env });
}

function command(temporary: string): { readonly args: string[]; readonly env: NodeJS.ProcessEnv } {
  made ??= synthesized(containerProject());
  const [{ execArgs, env }] = JSON.parse(made[".projen/tasks.json"]).tasks.default.steps;
  return { args: execArgs.slice(1), env: { ...process.env, ...env, TMPDIR: temporary } };
}
