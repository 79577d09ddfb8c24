import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "./manifest-content";

/** What installs the packages of a package.json. */
export interface NodePackageManager {
  readonly name: string;
  readonly install: string;
  readonly lockFiles: readonly string[];
}

const npm = { name: "npm", install: "npm install --no-audit --no-fund", lockFiles: ["package-lock.json"] };

const others: readonly NodePackageManager[] = [
  { name: "pnpm", install: "pnpm install", lockFiles: ["pnpm-lock.yaml"] },
  { name: "yarn", install: "yarn install", lockFiles: ["yarn.lock"] },
  { name: "bun", install: "bun install", lockFiles: ["bun.lock", "bun.lockb"] },
];

/** Whose the package.json of a folder is: by its field `packageManager`, else by the lock file beside it. */
export function nodePackageManagerOf(folder: string, { packageManager }: Manifest): NodePackageManager {
  const named = typeof packageManager === "string" ? packageManager.split("@")[0] : undefined;
  const all = [...others, npm];
  return all.find(({ name }) => name === named) ?? all.find((each) => hasLockFile(folder, each)) ?? npm;
}

/** Whether the manager has locked the packages. */
export function hasLockFile(folder: string, { lockFiles }: NodePackageManager): boolean {
  return lockFiles.some((file) => existsSync(join(folder, file)));
}

/** Whether the manager can be called. */
export function isInstalled({ name }: NodePackageManager): boolean {
  return spawnSync(`${name} --version`, { shell: true, timeout: 30_000 }).status === 0;
}
