import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What installs the packages of a package.json. */
export interface NodePackageManager {
  readonly name: string;
  readonly install: string;
  /** Installs exactly what is locked, and fails where package.json asks for something else. */
  readonly installLocked: string;
  readonly lockFiles: readonly string[];
}

const npm = {
  name: "npm",
  install: "npm install --no-audit --no-fund",
  installLocked: "npm ci",
  lockFiles: ["package-lock.json"],
};

const others: readonly NodePackageManager[] = [
  {
    name: "pnpm",
    install: "pnpm install",
    installLocked: "pnpm install --frozen-lockfile",
    lockFiles: ["pnpm-lock.yaml"],
  },
  {
    name: "yarn",
    install: "yarn install",
    installLocked: "yarn install --frozen-lockfile",
    lockFiles: ["yarn.lock"],
  },
  {
    name: "bun",
    install: "bun install",
    installLocked: "bun install --frozen-lockfile",
    lockFiles: ["bun.lock", "bun.lockb"],
  },
];

/** Whose the package.json of a folder is: by its field `packageManager`, else by the lock file beside it. */
export function nodePackageManagerOf(
  folder: string,
  { packageManager }: { readonly packageManager?: unknown },
): NodePackageManager {
  const [named, version = ""] = typeof packageManager === "string" ? packageManager.split("@") : [];
  const all = [...others, npm];
  const found = all.find(({ name }) => name === named) ?? all.find((each) => hasLockFile(folder, each)) ?? npm;
  // From its second release on yarn has another word for it.
  const isLaterYarn = found.name === "yarn" && /^(?:[2-9]|\d\d)/.test(version);
  return isLaterYarn ? { ...found, installLocked: "yarn install --immutable" } : found;
}

/** Whether the manager has locked the packages. */
export function hasLockFile(folder: string, { lockFiles }: NodePackageManager): boolean {
  return lockFiles.some((file) => existsSync(join(folder, file)));
}

/** Whether the manager can be called. */
export function isInstalled({ name }: NodePackageManager): boolean {
  return spawnSync(`${name} --version`, { shell: true, timeout: 30_000 }).status === 0;
}
