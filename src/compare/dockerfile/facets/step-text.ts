import type { Step } from "../image";
import type { ImagePair } from "../image-pair";

const ENVIRONMENT = "PATH=/opt/venv/bin:$PATH";
/** Where the programs of an environment lie. */
const ENVIRONMENT_PATH = /(?<![\w/])(?:[\w./${}-]*\/)?\.?venv\/bin\//g;
/** The user of the app stage, by its arguments. */
const OWNER = `"\${UID}:\${GID}"`;
/** Variables that are set for a program, before its name. */
const SET = String.raw`^(?:\w+=\S*\s+)*`;
const USES_ENVIRONMENT = new RegExp(
  `${SET}(?:python[\\d.]*|django-admin|flask|alembic|playwright|nltk|spacy|\\./\\S+\\.py)\\s`,
);
const USES_FOLDER = new RegExp(`${SET}(?:\\.{1,2}/|python|npm|yarn|pnpm|make|django-admin|alembic)`);

/** The commands as the generated image can run them: in its folder, for its user, without a package manager before them. */
export function writtenFor(commands: readonly string[], { yours, here }: ImagePair): string[] {
  const owners = new Set([...yours.users].flat().filter((name) => name !== ""));
  return commands.map((command) =>
    here(command.replaceAll(ENVIRONMENT_PATH, "/opt/venv/bin/"))
      .replace(new RegExp(`(${SET})(?:uv|poetry|pdm|pipenv)\\s+run\\s+(?!-)`), "$1")
      .replaceAll(/(\bchown(?:\s+-\w+)*\s+)(["']?)([\w.-]+)(?::[\w.-]*)?\2(?=\s)/g, (whole, before, _quote, name) =>
        owners.has(name) ? `${before}${OWNER}` : whole,
      ),
  );
}

/** The environment is on the path only when the image runs. */
export function carriedCommands({ isFinal, isEarly }: Step, commands: readonly string[]): string[] {
  if (!isFinal || isEarly) return [...commands];
  return commands.map((command) => (USES_ENVIRONMENT.test(command) ? `${ENVIRONMENT} ${command}` : command));
}

/** Whether a relative path is in them, or a program that reads the folder in which it runs. */
export function needsFolder(commands: readonly string[]): boolean {
  return commands.some((command) => {
    const [, ...args] = command.split(/\s+/);
    const isRelative = (word: string) => /^["']?[\w.-]+\/|^["']?[\w-]+\.\w+$|^\.$/.test(word) && !/:\/\//.test(word);
    return USES_FOLDER.test(command) || args.some(isRelative);
  });
}

/** Whether they do nothing but make the folder of the application, or give it to somebody. */
export function preparesFolderAlone(commands: readonly string[], folder = "/app"): boolean {
  return commands.every((command) => {
    const [program, ...args] = command.split(/\s+/);
    const paths = args.filter((word) => /^["']?[/.]/.test(word)).map((word) => word.replace(/(?<=.)\/$/, ""));
    return (
      /^(?:chown|mkdir)$/.test(program) && paths.length > 0 && paths.every((path) => path === folder || path === ".")
    );
  });
}
