import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const PYTHON_TOOLS = /^(python|pip|uv|poetry|pdm|hatch|pipenv|virtualenv|pyenv|conda)/;

// What a test runner, `npm run` and projen's tasks leave in the environment and a user's shell doesn't have.
const NOT_A_USERS = /^(NODE_ENV|NODE_PATH|JEST_.*|TS_JEST.*|CI|INIT_CWD|npm_.*|PROJEN_(?!PYTHON_CONTAINER_CACHE).*)$/;
const PYTHON_SETTINGS = /^(VIRTUAL_ENV|PYTHON.*|PYENV.*|PIP_.*|UV_.*|POETRY_.*)$/;

/** The environment as a user's shell has it: nothing of a test runner, of `npm run` or of this checkout in it. */
export function shellEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_A_USERS.test(name));
  return { ...Object.fromEntries(kept), PATH: programFolders().join(delimiter) };
}

/**
 * The environment of somebody who has Docker, Node and git and no Python: no interpreter, no uv, no poetry.
 *
 * @param folder where the folder of programs and the git identity are put
 */
export function withoutPython(folder: string): NodeJS.ProcessEnv {
  const programs = join(folder, "programs");
  const gitConfig = join(folder, "gitconfig");
  if (!existsSync(programs)) {
    mkdirSync(programs, { recursive: true });
    linkPrograms(programs);
    writeFileSync(gitConfig, "[user]\n  name = Ada\n  email = ada@example.com\n[init]\n  defaultBranch = main\n");
  }
  const kept = Object.entries(shellEnvironment()).filter(([name]) => !PYTHON_SETTINGS.test(name));
  return { ...Object.fromEntries(kept), PATH: programs, GIT_CONFIG_GLOBAL: gitConfig };
}

// The checkout's own programs would hide what a new project lacks.
function programFolders(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => existsSync(folder) && !folder.includes("node_modules"));
}

function linkPrograms(programs: string): void {
  for (const folder of programFolders()) {
    for (const name of readdirSync(folder)) {
      const link = join(programs, name);
      if (!PYTHON_TOOLS.test(name) && !existsSync(link)) symlinkSync(join(folder, name), link);
    }
  }
}
