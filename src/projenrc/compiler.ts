import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { Mistake } from "../values/mistake";
import { holdSignals } from "./held-signals";
import { temporaryFolder } from "./temporary-folder";

/** What the compiler made of each source, by the source's real path. */
export type CompiledTexts = ReadonlyMap<string, string>;

/** What became of the sources. */
export interface Compiled {
  /** Undefined where types are wrong. */
  readonly texts?: CompiledTexts;
  /** The messages, of which settings can have some where all is right. */
  readonly told: string;
}

/** The files are few, and so are their messages: this is for a projenrc file in which nothing is right. */
const MESSAGES_BYTES = 64 * 1024 * 1024;

/** What the settings may say for other uses of them, and would put elsewhere what is read here, or leave it out. */
const UNSET = {
  composite: "false",
  declaration: "false",
  declarationDir: "null",
  declarationMap: "false",
  emitDeclarationOnly: "false",
  incremental: "false",
  mapRoot: "null",
  sourceMap: "false",
  tsBuildInfoFile: "null",
};

/**
 * Checks the types of a projenrc file and compiles it, in a process of its own, by the TypeScript of its repository.
 *
 * Only the command line is used: what else a release of TypeScript offers differs, and 7 has no compiler to call.
 *
 * @param settings path of its tsconfig
 * @param then is given what was compiled, or what there is to tell
 * @throws where TypeScript is not installed, where there are no settings, and where no temporary file can be written
 */
export function compile(settings: string, then: (compiled: Compiled) => void): void {
  // A synth would write them, and they come before it.
  if (!existsSync(settings)) throw noSettings(settings);
  const typescript = installedTypescript(dirname(settings));
  const { root } = parse(settings);
  const endedBySignal = holdSignals(() => compiler.kill());
  const folder = temporaryFolder("projenrc.");
  const emit = ["--noEmit", "false", "--noEmitOnError", "--outDir", folder];
  const unset = Object.entries(UNSET).flatMap(([name, value]) => [`--${name}`, value]);
  // Sources may lie outside of the project; from the root of the file system all of them have a path.
  const paths = ["--rootDir", root, "--sourceRoot", pathToFileURL(root).href];
  const debug = ["--inlineSourceMap", "--inlineSources", "--pretty", String(process.stderr.isTTY ?? false)];
  const compiler = execFile(
    process.execPath,
    [typescript.tsc, "--project", settings, ...emit, ...unset, ...paths, ...debug],
    { maxBuffer: MESSAGES_BYTES },
    (error, out, err) => {
      const texts = error === null ? compiledTexts(folder, root) : undefined;
      rmSync(folder, { recursive: true, force: true });
      if (endedBySignal()) return;
      const isBroken = error !== null && out === "";
      then({ texts, told: isBroken ? `${brokenTypescript(typescript.version, err || error.message).message}\n` : out });
    },
  );
}

function noSettings(path: string): Mistake {
  return new Mistake({
    where: path,
    what: "there is no such file, which says what the projenrc file is compiled with",
    fix: `take it back from git: git checkout HEAD -- ${basename(path)}`,
  });
}

function compiledTexts(folder: string, root: string): CompiledTexts {
  const texts = new Map<string, string>();
  for (const path of readdirSync(folder, { encoding: "utf8", recursive: true })) {
    if (!path.endsWith(".js")) continue;
    const source = join(root, path.replace(/js$/, "ts"));
    // Node names a file by its real path.
    if (existsSync(source)) texts.set(realpathSync(source), readFileSync(join(folder, path), "utf8"));
  }
  return texts;
}

interface Typescript {
  readonly version: string;
  /** Path of its command. */
  readonly tsc: string;
}

function installedTypescript(folder: string): Typescript {
  try {
    const manifest = createRequire(join(folder, "package.json")).resolve("typescript/package.json");
    const { version, bin } = JSON.parse(readFileSync(manifest, "utf8"));
    return { version, tsc: join(dirname(manifest), bin.tsc) };
  } catch {
    throw new Mistake({
      where: "",
      what: "typescript is not installed, which checks and compiles the projenrc file",
      fix: "run npm ci, or what else installs package.json",
    });
  }
}

/** From 7 on its program is in a package for each platform, which an installation can leave out. */
function brokenTypescript(version: string, told: string): Mistake {
  return new Mistake({
    where: "",
    what: `typescript ${version} does not run`,
    fix: `install it again with its optional dependencies, one of which has its program for ${process.platform} ${process.arch}; where there is none, npm install --save-dev typescript@~6.0`,
    below: /^\w*Error: .+$/m.exec(told)?.[0] ?? told.trim(),
  });
}
