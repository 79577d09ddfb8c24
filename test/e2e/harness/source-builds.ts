import { main } from "../../../src/cli/main";
import { normalizedName } from "../../../src/pyproject/requirements/distribution-name";
import { mustDocker } from "./engine";
import { mustRun } from "./run";

/** How a package manager is asked what it builds. */
interface Question {
  /** Installs what production has, with an empty cache, and tells about it. */
  readonly install: string;
  /** What it says of each distribution that it builds, or what is left of it. */
  readonly built: RegExp;
}

const byPip: Question = {
  install: "pip install --no-cache-dir --target /tmp/installed --requirement pylock.toml",
  built: /^ +Created wheel for (\S+):/gm,
};

const questions = {
  uv: { install: "uv sync --frozen --no-dev --no-install-project", built: /^ +Built (\S+?)(?:==| @ )/gm },
  // It tells of no build; what it downloads is kept apart by its address, source distributions among it.
  poetry: {
    install: "poetry install --only main --no-root && find /root/.cache/pypoetry/artifacts -type f",
    built: /^\S+\/artifacts\/\S+\/(\S+?)-\d[^-/\s]*\.tar\.gz$/gm,
  },
  pdm: {
    install: "pdm sync --prod --no-self --verbose",
    built: /to build a wheel for <Link \S+\/(\S+?)-\d[^-/\s]*\.tar\.gz/g,
  },
  pip: byPip,
  hatch: byPip,
} satisfies Record<string, Question>;

/** The package managers that say what they build. */
export type TellingManager = keyof typeof questions;

/**
 * What a package manager builds from source where it installs the production dependencies of a project that is locked:
 * the normalised names. Its cache is empty.
 *
 * @param builder the image with the package manager
 */
export async function builtFromSource(folder: string, builder: string, manager: TellingManager): Promise<string[]> {
  const { install, built } = questions[manager];
  const script = `cp -r /project /tmp/project && cd /tmp/project && ${install}`;
  const words = ["run", "--rm", "--volume", `${folder}:/project:ro`, "--entrypoint", "sh", builder, "-c", script];
  const { stdout, stderr } = await mustRun(["docker", ...words], { seconds: 400 });
  const names = [...`${stdout}\n${stderr}`.matchAll(built)].map(([, name]) => normalizedName(name));
  return [...new Set(names)].sort();
}

/** What `python-container facts` says is built from source, for the engine's platform. */
export async function toldFromSource(folder: string, python?: string): Promise<string[]> {
  const platform = await mustDocker(["version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"]);
  let out = "";
  let err = "";
  const args = ["facts", "--json", "--platform", platform, ...(python === undefined ? [] : ["--python", python])];
  main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    folder,
  });
  if (err !== "") throw new Error(err);
  return JSON.parse(out).lock.fromSource;
}
