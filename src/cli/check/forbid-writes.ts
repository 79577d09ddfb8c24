import { realpathSync } from "node:fs";

/**
 * A script by which a process of Node can't write below a folder, as far as its module fs goes: programs that it starts,
 * other than Node, write as ever.
 *
 * A synth in check mode ends before it writes; but what a projenrc file does by itself nobody knows, and one that no
 * longer uses this module would run as ever.
 *
 * @param temporary where it may write, also if that is below the folder
 */
export function forbiddingScript(folder: string, temporary: string): string {
  const [forbidden, allowed] = [folder, temporary].map((each) => JSON.stringify([each, realpathSync(each)]));
  return `(${forbidWrites})(${forbidden}, ${allowed});\n`;
}

/** Its text goes into the other process: it uses nothing from around it. */
function forbidWrites(forbidden: readonly string[], allowed: readonly string[]): void {
  // biome-ignore lint/suspicious/noExplicitAny: functions of any shape are replaced by their names
  const fs: any = require("node:fs");
  const { resolve, sep }: typeof import("node:path") = require("node:path");
  const { fileURLToPath }: typeof import("node:url") = require("node:url");
  const { syncBuiltinESMExports }: typeof import("node:module") = require("node:module");
  const textOf = (path: unknown) => (path instanceof URL ? fileURLToPath(path) : String(path));
  const isPath = (value: unknown) => typeof value === "string" || value instanceof URL || Buffer.isBuffer(value);
  const isBelow = (path: unknown, folders: readonly string[]) =>
    folders.some((folder) => `${resolve(textOf(path))}${sep}`.startsWith(`${folder}${sep}`));
  const isInside = (path: unknown) => isPath(path) && isBelow(path, forbidden) && !isBelow(path, allowed);
  const check = (name: string, paths: readonly unknown[]) => {
    const path = paths.find(isInside);
    if (path === undefined) return;
    const message = `EROFS: container:check lets nothing be written, ${name} '${textOf(path)}'`;
    throw Object.assign(new Error(message), { code: "EROFS" });
  };

  const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC } = fs.constants;
  const writes = (flags: unknown) =>
    typeof flags === "number" ? flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC) : /[wa+]/.test(String(flags));
  const first = ([path]: unknown[]) => [path];
  const second = ([, path]: unknown[]) => [path];
  const written = new Map<string, (args: unknown[]) => unknown[]>([
    ...["appendFile", "chmod", "chown", "lchmod", "lchown", "lutimes", "mkdir", "mkdtemp"].map(of(first)),
    ...["rm", "rmdir", "truncate", "unlink", "utimes", "writeFile"].map(of(first)),
    ...["copyFile", "cp", "link", "symlink"].map(of(second)),
    ["rename", ([from, to]) => [from, to]],
    ["open", ([path, flags]) => (typeof flags !== "function" && writes(flags ?? "r") ? [path] : [])],
  ]);
  function of<T>(paths: T): (name: string) => [string, T] {
    return (name) => [name, paths];
  }

  const forbid = (name: string, paths: (args: unknown[]) => unknown[]) => {
    const original = fs[name];
    if (original === undefined) return;
    fs[name] = (...args: unknown[]) => {
      check(name, paths(args));
      return original(...args);
    };
  };
  for (const [name, paths] of written) {
    forbid(name, paths);
    forbid(`${name}Sync`, paths);
    const original = fs.promises[name];
    if (original === undefined) continue;
    fs.promises[name] = async (...args: unknown[]) => {
      check(name, paths(args));
      return original(...args);
    };
  }
  forbid("createWriteStream", first);
  syncBuiltinESMExports();
}
