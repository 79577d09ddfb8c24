import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PackageManager } from "../../../src";
import type { Subject } from "../subject";

/** An image of the benchmark, and how it is built. */
export interface ImageSubject extends Subject {
  /** The package manager whose Dockerfile this module generates; without one the Dockerfile is written by hand. */
  readonly manager?: PackageManager;
  /** The lock files that its build reads. */
  readonly locks: readonly LockName[];
  /** The patterns of the .dockerignore that is shown where its shape is documented; empty where none is. */
  readonly ignored: readonly string[];
  /** The step that installs the dependencies, by its text or its stage. */
  readonly installs: RegExp;
}

export type LockName = "uv.lock" | "poetry.lock" | "pylock.toml" | "requirements.txt";

/** This module's images. All of them install the project, compile it, and stop where the lock is stale. */
const generated = { installsProject: true, compilesBytecode: true, verifiesLock: true } as const;
const files = { installsProject: false } as const;

/** All images of the benchmark: this module's, and those of dockerfiles/ by the letters of the report. */
export const imageSubjects: readonly ImageSubject[] = [
  {
    ...generated,
    id: "uv",
    title: "this module, uv",
    manager: PackageManager.UV,
    locks: ["uv.lock"],
    ignored: [],
    installs: /^deps RUN/,
  },
  {
    ...generated,
    id: "poetry",
    title: "this module, poetry by pipx",
    manager: PackageManager.POETRY,
    locks: ["poetry.lock"],
    ignored: [],
    installs: /^deps RUN/,
  },
  {
    ...generated,
    id: "pip",
    title: "this module, pip",
    manager: PackageManager.PIP,
    locks: ["pylock.toml"],
    ignored: [],
    installs: /^deps RUN/,
  },
  {
    ...files,
    id: "a",
    title: "seed: multistage poetry by pipx",
    compilesBytecode: false,
    verifiesLock: true,
    locks: ["poetry.lock"],
    ignored: [],
    installs: /poetry install/,
  },
  {
    ...files,
    id: "b",
    title: "docker init: one stage, pip",
    compilesBytecode: true,
    verifiesLock: false,
    locks: ["requirements.txt"],
    ignored: ["**/.git", "**/.venv", "**/__pycache__", "**/node_modules", "**/Dockerfile*", "**/compose*", "README.md"],
    installs: /pip install -r/,
  },
  {
    id: "c",
    title: "uv's documented multistage",
    installsProject: true,
    compilesBytecode: true,
    verifiesLock: true,
    locks: ["uv.lock"],
    ignored: [".venv"],
    installs: /--no-install-project/,
  },
  {
    ...files,
    id: "d",
    title: "poetry's documented, pip install poetry",
    compilesBytecode: false,
    verifiesLock: true,
    locks: ["poetry.lock"],
    ignored: [],
    installs: /poetry install/,
  },
  {
    id: "e",
    title: "naive: COPY . . && pip install .",
    installsProject: true,
    compilesBytecode: true,
    verifiesLock: false,
    locks: [],
    ignored: [],
    installs: /pip install \./,
  },
];

/** The Dockerfile of a subject that is written by hand, with or without the Debian packages that psycopg2 is built with. */
export function writtenDockerfile({ id }: ImageSubject, buildsPsycopg2: boolean): string {
  const text = readFileSync(join(__dirname, "dockerfiles", `${id}.Dockerfile`), "utf8");
  const install = (packages: string) =>
    `RUN apt-get update && apt-get install -y --no-install-recommends ${packages} && rm -rf /var/lib/apt/lists/*\n`;
  return text
    .replace("# {build packages}\n", buildsPsycopg2 ? install("gcc libc6-dev libpq-dev") : "")
    .replace("# {run packages}\n", buildsPsycopg2 ? install("libpq5") : "");
}
