import { once } from "node:events";
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { folderWith, projectFolder } from "../project-folder";
import { type ProjenrcRun, projenrcFolder, runProjenrc, startProjenrc } from "./projenrc-folder";

const PROGRAM = `
import { write } from "projen-python-container";
import { greeting } from "./projenrc/greeting";
import names from "./names.json";
write({ text: greeting(names[0]) });
console.log(JSON.stringify({ folder: __dirname, file: __filename, isMain: require.main === module }));
`;
const FILES = {
  ".projenrc.ts": PROGRAM,
  "names.json": '["orders"]',
  "projenrc/greeting.ts":
    "export enum Word { HELLO = 'Hello' }\nexport const greeting = (name: string) => [Word.HELLO, name].join(' ');",
};

describe.each([
  ["scripts", {}],
  ["modules", { "package.json": '{ "type": "module" }' }],
])("a projenrc file among %s of JavaScript", (_, manifest) => {
  let folder: string;
  let run: ProjenrcRun;
  beforeAll(() => {
    folder = projenrcFolder({ ...FILES, ...manifest });
    run = runProjenrc(folder);
  });

  test("is run with what it imports, be it TypeScript or JSON", () => {
    expect([run.status, run.stderr, readFileSync(join(folder, "written"), "utf8")]).toEqual([0, "", "Hello orders"]);
  });

  test("is the main module, under its own name", () => {
    const file = join(realpathSync(folder), ".projenrc.ts");
    expect(JSON.parse(run.stdout)).toEqual({ folder: realpathSync(folder), file, isMain: true });
  });

  test("leaves nothing behind", () => expect(run.leftOver).toEqual([]));
});

/** A run of these statements below an import. */
function runOf(statements: string, files: Record<string, string> = {}): ProjenrcRun & { readonly folder: string } {
  const folder = projenrcFolder({
    ".projenrc.ts": `import { write } from "projen-python-container";\n${statements}`,
    ...files,
  });
  return { folder, ...runProjenrc(folder) };
}

describe("an option that is not there", () => {
  let run: ReturnType<typeof runOf>;
  beforeAll(() => {
    run = runOf('write({ text: "" });\nwrite({ text: "", txet: "" });');
  });

  test("is told with its line", () => {
    expect(run.stderr).toMatch(/^\.projenrc\.ts\(3,19\): error TS\d+: .*'txet' does not exist/);
  });

  test("ends the run before anything is written", () => {
    expect([run.status, existsSync(join(run.folder, "written"))]).toEqual([1, false]);
  });

  test("leaves nothing behind", () => expect(run.leftOver).toEqual([]));
});

test("a mistake in a file of the projenrc folder counts, imported or not", () => {
  const { status, stderr } = runOf('write({ text: "" });', { "projenrc/other.ts": 'export const n: number = "";' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^projenrc\/other\.ts\(1,14\): error TS2322/)]);
});

test("an error shows the line of the source", () => {
  const { status, stderr } = runOf('interface Unused { a: string }\n\nthrow new Error("no");');
  expect([status, stderr]).toEqual([1, expect.stringMatching(/Error: no\n\s+at .*\.projenrc\.ts:4:7\)/)]);
});

test("a file that was not checked is not run", () => {
  const { status, stderr } = runOf('require(["./hidden"][0]);\nwrite({ text: "" });', { "hidden.ts": "" });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/hidden\.ts: it is run, and is not part of .* import it by its name/),
  ]);
});

test("a process that it starts, with its own options of Node, is run as ever", () => {
  const statements = 'require("node:child_process").fork("child.js", { cwd: "tools" });\nwrite({ text: "" });';
  expect(runOf(statements, { "tools/child.js": "console.log('a child');" })).toMatchObject({
    status: 0,
    stdout: "a child\n",
  });
});

test("files behind a link are run by their real path", () => {
  const elsewhere = folderWith({ "place.ts": "export const place = __dirname;" });
  const folder = projenrcFolder({ ".projenrc.ts": 'import { place } from "./shared/place";\nconsole.log(place);' });
  symlinkSync(elsewhere, join(folder, "shared"));
  expect(runProjenrc(folder)).toMatchObject({ status: 0, stdout: `${realpathSync(elsewhere)}\n` });
});

test("TypeScript that is not installed is told with the fix", () => {
  const folder = projenrcFolder(FILES);
  rmSync(join(folder, "node_modules/typescript"));
  const { status, stderr } = runProjenrc(folder);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining("typescript is not installed, which checks and compiles"),
  ]);
});

test("settings that were removed are told with the fix", () => {
  const folder = projenrcFolder(FILES);
  rmSync(join(folder, "tsconfig.projen.json"));
  const { status, stderr } = runProjenrc(folder);
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/tsconfig\.projen\.json: there is no such file, .* git checkout/),
  ]);
});

test("TypeScript without its program for this platform is told with the fix", () => {
  const { status, stderr } = runOf("", {
    "node_modules/typescript/package.json": '{ "version": "7.0.2", "bin": { "tsc": "tsc.js" } }',
    "node_modules/typescript/tsc.js": 'throw new Error("Unable to resolve");',
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^typescript 7\.0\.2 does not run; .*typescript@~6\.0/)]);
});

test("settings for other uses leave the run as it is, and the folder too", () => {
  const folder = projenrcFolder(FILES);
  const settings = parse(readFileSync(join(folder, "tsconfig.projen.json"), "utf8"));
  const others = {
    composite: true,
    declarationDir: "types",
    declarationMap: true,
    emitDeclarationOnly: true,
    mapRoot: "maps",
    sourceMap: true,
    tsBuildInfoFile: "build.json",
  };
  Object.assign(settings.compilerOptions, others);
  writeFileSync(join(folder, "tsconfig.projen.json"), JSON.stringify(settings));
  const before = readdirSync(folder);
  const { status, stderr } = runProjenrc(folder);
  expect([status, stderr, readdirSync(folder)]).toEqual([0, "", [...before, "written"].sort()]);
});

test("what only modules have is told with what a script has", () => {
  const { status, stderr } = runOf("await 1;");
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^\.projenrc\.ts\(2,1\): error .*\nA projenrc file is run as/),
  ]);
});

test("no place for temporary files is told with the fix", async () => {
  const run = startProjenrc(projenrcFolder(FILES), join(projectFolder(), "missing"));
  const told = run.stderr?.toArray();
  const [status] = await once(run, "close");
  expect([status, String(await told)]).toEqual([1, expect.stringMatching(/^no folder can be made in .* TMPDIR name/)]);
});

describe("this module when it can't be loaded", () => {
  let run: ReturnType<typeof runOf>;
  beforeAll(() => {
    const broken = { "node_modules/projen-python-container/lib/index.js": 'throw new Error("a peer is missing");' };
    run = runOf('write({ text: "", txet: "" });', broken);
  });

  test("is told after types", () => expect(run.stderr).toMatch(/^\.projenrc\.ts\(2,19\): error/));

  test("leaves nothing behind", () => expect(run.leftOver).toEqual([]));
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s while types are checked ends it, and leaves nothing behind",
  async (signal) => {
    const temporary = projectFolder();
    const watcher = watch(temporary);
    const run = startProjenrc(projenrcFolder(FILES), temporary);
    await once(watcher, "change");
    watcher.close();
    run.kill(signal);
    const [, endedBy] = await once(run, "close");
    expect([endedBy, readdirSync(temporary)]).toEqual([signal, []]);
  },
);
