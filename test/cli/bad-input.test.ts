import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { projectFolder } from "../project-folder";

const project = '[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.12"\n';

/** What is in a folder: a text, a link, a folder, or something without permission. */
type Entry = string | { readonly link: string } | { readonly closed: string } | { readonly folder: "open" | "closed" };

function make(path: string, entry: Entry): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof entry === "string") writeFileSync(path, entry);
  else if ("link" in entry) symlinkSync(entry.link, path);
  else if ("closed" in entry) writeFileSync(path, entry.closed);
  else mkdirSync(path);
  if (typeof entry === "object" && ("closed" in entry || ("folder" in entry && entry.folder === "closed"))) {
    chmodSync(path, 0o000);
  }
}

/** The cases: what is on disk beside a good pyproject.toml, how the command ends, and what it tells. */
const cases: readonly (readonly [string, Readonly<Record<string, Entry>>, number, string])[] = [
  ["pyproject.toml is a folder", { "pyproject.toml": { folder: "open" } }, 1, "there is no such file"],
  ["pyproject.toml is a link to nothing", { "pyproject.toml": { link: "nowhere" } }, 1, "there is no such file"],
  ["pyproject.toml is a link to itself", { "pyproject.toml": { link: "pyproject.toml" } }, 1, "there is no such file"],
  ["pyproject.toml is closed", { "pyproject.toml": { closed: project } }, 1, "permission denied"],
  ["a closed folder that nobody needs", { pgdata: { folder: "closed" } }, 0, "pgdata can't be read: permission denied"],
  ["src leads out of the project", { src: { link: "/etc" } }, 0, "src leads to"],
  [".python-version leads out of the project", { ".python-version": { link: "/etc/passwd" } }, 1, "out of the project"],
  [".python-version is closed", { ".python-version": { closed: "3.12" } }, 1, ".python-version: can't be read"],
  [".python-version is a folder", { ".python-version": { folder: "open" } }, 0, "orders"],
  ["a folder leads to itself", { "src/orders/again": { link: ".." }, "src/orders/__init__.py": "" }, 0, "src"],
  ["requirements.txt is a folder", { "requirements.txt": { folder: "open" } }, 0, "orders"],
  ["a name of 300 characters", { "requirements.txt": `-r ${"a".repeat(300)}.txt` }, 0, "there is no such file"],
  ["a zero in a name", { "requirements.txt": "-r a\0b.txt" }, 0, "there is no such file"],
  [
    "a path dependency behind a closed folder",
    { "requirements.txt": "./libs/rules", libs: { folder: "closed" } },
    0,
    "libs can't be read: permission denied",
  ],
];

/** Root reads everything: the command is run by a plain user, for all cases in one process. */
function runAsPlainUser(folders: readonly string[]): readonly { exitCode: number; text: string; seconds: number }[] {
  const source = resolve(__dirname, "../../src/cli/main.ts");
  const script = `
    const { main } = require(${JSON.stringify(source)});
    if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
    console.log(JSON.stringify(${JSON.stringify(folders)}.map((folder) => {
      const start = Date.now();
      let text = "";
      const add = (more) => { text += more; };
      let exitCode;
      try { exitCode = main(["facts", "--json"], { out: add, err: add, folder }); } catch (error) { text = error.stack; }
      return { exitCode, text, seconds: (Date.now() - start) / 1000 };
    })));`;
  const run = spawnSync(process.execPath, ["--require", "ts-node/register/transpile-only", "--eval", script], {
    cwd: resolve(__dirname, "../.."),
    encoding: "utf8",
    timeout: 120_000,
  });
  return JSON.parse(run.stdout || JSON.stringify([{ text: run.stderr }]));
}

let results: ReturnType<typeof runAsPlainUser>;
beforeAll(() => {
  const folders = cases.map(([, entries]) => {
    const root = projectFolder();
    chmodSync(root, 0o755);
    for (const [path, entry] of Object.entries({ "pyproject.toml": project, ...entries }))
      make(join(root, path), entry);
    return root;
  });
  results = runAsPlainUser(folders);
}, 150_000);

test.each(cases.map(([title, , exitCode, told], at) => [title, at, exitCode, told] as const))(
  "%s",
  (_, at, exitCode, told) => {
    const { text } = results[at];
    expect([results[at].exitCode, text.includes(told) ? told : text]).toEqual([exitCode, told]);
  },
);
test("no case takes long", () => {
  expect(results.filter(({ seconds }) => seconds > 20)).toEqual([]);
});
