import Module = require("node:module");

import { resolve } from "node:path";
import { Mistake } from "../values/mistake";
import { type CompiledTexts, compile } from "./compiler";

/** Names the tsconfig of the projenrc file, from the current folder. */
const SETTINGS = process.env.PROJENRC_TSCONFIG ?? "tsconfig.projen.json";

/** What the projenrc file imports. */
const OWN_PACKAGE = "projen-python-container";

/** By which TypeScript colors what it tells a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colors are control characters
const COLORS = /\u001b\[[\d;]*m/g;

/** What Node has for preloaded modules to replace, and its types lack. */
interface Loader {
  runMain: (program?: string) => void;
  _load: (program: string, parent: undefined, isMain: boolean) => unknown;
  _extensions: Record<string, (module: { _compile: (text: string, path: string) => void }, path: string) => void>;
}

/**
 * `node --require projen-python-container/lib/projenrc/register .projenrc.ts` runs a projenrc file in TypeScript whose types
 * are right, and tells what is wrong of another one.
 *
 * Files keep their names, so that `__dirname`, what they import, and the lines of a stack trace are those of the sources.
 */
const loader = Module as unknown as Loader;

const runByNode = loader.runMain;

loader.runMain = (program = process.argv[1]) => {
  // A process or a thread that a projenrc file starts may inherit this module.
  if (!program.endsWith(".ts")) return runByNode(program);
  try {
    compile(resolve(SETTINGS), ({ texts, told }) => {
      process.stderr.write(told);
      if (texts === undefined) fail(hintBelow(told));
      else run(program, texts);
    });
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return fail(`${error.message}\n`);
  }
  try {
    // It takes longer than the compiler, which has another core.
    Module.createRequire(program)(OWN_PACKAGE);
  } catch {
    // The projenrc file tells it when it imports it, after what is told of its types.
  }
};

/** A line of Node's source, which an error that nobody catches would show, tells users nothing. */
function fail(told: string): void {
  process.stderr.write(told);
  process.exitCode = 1;
}

/** TypeScript advises other settings for what only modules have, and with these Node would not run the file. */
function hintBelow(told: string): string {
  return /error TS(1309|1343|1378|1470)\b/.test(told.replace(COLORS, ""))
    ? "A projenrc file is run as a script (CommonJS), whatever its settings: await in an async function, and use __dirname in place of import.meta.\n"
    : "";
}

function run(program: string, texts: CompiledTexts): void {
  loader._extensions[".ts"] = (module, path) => {
    const text = texts.get(path);
    if (text === undefined) throw notCompiled(path);
    module._compile(text, path);
  };
  // After the modules: Node would read the map of each file of theirs.
  process.setSourceMapsEnabled(true);
  // Among modules of JavaScript too it is what it was compiled to: a script.
  loader._load(program, undefined, true);
}

function notCompiled(path: string): Mistake {
  return new Mistake({
    where: path,
    what: `it is run, and is not part of what ${SETTINGS} names`,
    allowed: "what is run is checked",
    fix: 'import it by its name, or move it into the folder "projenrc"',
  });
}
