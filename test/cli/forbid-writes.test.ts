import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forbiddingScript } from "../../src/cli/check/forbid-writes";
import { treeOf } from "../files/adopted-project";
import { folderWith } from "../project-folder";

const calls: readonly [name: string, args: string][] = [
  ["appendFile", '"a", ""'],
  ["chmod", '"a", 0o700'],
  ["chown", '"a", process.getuid(), process.getgid()'],
  ["copyFile", '"a", "b"'],
  ["cp", '"a", "b", {}'],
  ["lchown", '"a", process.getuid(), process.getgid()'],
  ["link", '"a", "b"'],
  ["lutimes", '"a", 1, 1'],
  ["mkdir", '"b"'],
  ["mkdtemp", '"b"'],
  ["open", '"a", "r+"'],
  ["open", '"b", fs.constants.O_CREAT | fs.constants.O_WRONLY, 0o600'],
  ["rename", '"a", "b"'],
  ["rename", '"a", join(other, "b")'],
  ["rm", '"a", {}'],
  ["rmdir", '"folder"'],
  ["symlink", '"a", "b"'],
  ["truncate", '"a"'],
  ["unlink", '"a"'],
  ["utimes", '"a", 1, 1'],
  ["writeFile", 'Buffer.from("b"), ""'],
  ["writeFile", 'require("url").pathToFileURL("b"), ""'],
];

/** What a script says of its last call, in a folder in which nothing can be written, and whether that is so. */
function run(text: string, type = "commonjs"): [said: string, isUnchanged: boolean] {
  const place = folderWith({ "inside/a": "text" });
  const [folder, other] = [join(place, "inside"), join(place, "outside")];
  for (const each of [other, join(folder, "folder"), join(folder, "tmp")]) mkdirSync(each);
  const script = join(place, "forbid-writes.cjs");
  writeFileSync(script, forbiddingScript(folder, join(folder, "tmp")));
  const before = treeOf(folder);
  const head = `const other = ${JSON.stringify(other)};`;
  const args = ["--require", script, `--input-type=${type}`, "--eval", `${head}${text}`];
  const said = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const isUnchanged = JSON.stringify(treeOf(folder)) === JSON.stringify(before) && !existsSync(join(other, "b"));
  return [said, isUnchanged];
}

const modules = 'const fs = require("fs"); const { join } = require("path");';
const refused = ["EROFS", true];

describe.each(calls)("%s(%s) is refused", (name, args) => {
  test("at once", () => {
    const text = `${modules}try { fs.${name}Sync(${args}); } catch (error) { process.stdout.write(error.code); }`;
    expect(run(text)).toEqual(refused);
  });
  test("with a callback", () => {
    const text = `${modules}try { fs.${name}(${args}, () => {}); } catch (error) { process.stdout.write(error.code); }`;
    expect(run(text)).toEqual(refused);
  });
  test("with a promise", () => {
    const text = `${modules}fs.promises.${name}(${args}).catch((error) => process.stdout.write(error.code));`;
    expect(run(text)).toEqual(refused);
  });
});

test("a stream is refused", () => {
  const text = `${modules}try { fs.createWriteStream("b"); } catch (error) { process.stdout.write(error.code); }`;
  expect(run(text)).toEqual(refused);
});

test("what a module of the standard imports is refused", () => {
  const text = 'import { writeFile } from "node:fs/promises"; writeFile("b", "").catch((e) => console.log(e.code));';
  expect(run(text, "module")).toEqual(["EROFS\n", true]);
});

test("a file may be read, and others written", () => {
  const text = `${modules}fs.closeSync(fs.openSync("a")); fs.copyFileSync("a", join(other, "c")); process.stdout.write("done");`;
  expect(run(text)).toEqual(["done", true]);
});

test("temporary files are written, also where their place is in the folder", () => {
  expect(run(`${modules} fs.writeFileSync(join("tmp", "a"), ""); console.log("written");`)).toEqual([
    "written\n",
    false,
  ]);
});
