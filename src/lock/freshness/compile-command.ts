import { posix } from "node:path";

/** The command by which a list of pinned versions was made. */
export interface CompileCommand {
  readonly tool: "pip-compile" | "uv pip compile";
  /** The command as it is to be run again. */
  readonly text: string;
  /** The words after the tool. */
  readonly words: readonly string[];
}

const tools = /^#\s{2,}(pip-compile|uv pip compile)((?: [ -~]*)?)$/;

/** Options of uv with a file that is none of those from which it makes the list. */
const otherFiles: ReadonlySet<string> = new Set([
  ...["-o", "--output-file", "-c", "--constraint", "--constraints", "-b", "--build-constraint", "--build-constraints"],
  ...["--override", "--overrides", "--exclude", "--excludes", "--config-file", "--cache-dir", "--group"],
]);

/**
 * The command by which a list of pinned versions was made, as the comment at its beginning says; undefined where that is
 * none of pip-compile and uv.
 *
 * @see https://pip-tools.readthedocs.io/en/stable/cli/pip-compile/
 * @see https://docs.astral.sh/uv/pip/compile/
 */
export function compileCommand(text: string): CompileCommand | undefined {
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() !== "" && !line.startsWith("#")) return undefined;
    const [, tool, rest = ""] = tools.exec(line) ?? [];
    // An address may have a password in it.
    if ((tool !== "pip-compile" && tool !== "uv pip compile") || /:\/\/[^/\s]*@/.test(rest)) continue;
    const words = withoutCache(rest.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []);
    return { tool, text: [tool, ...words].join(" "), words: words.map((word) => word.replace(/['"]/g, "")) };
  }
  return undefined;
}

/** Where a cache lies is no concern of others. */
function withoutCache(words: readonly string[]): string[] {
  return words.filter((word, at) => !/^--cache-dir(?:=|$)/.test(word) && words[at - 1] !== "--cache-dir");
}

/**
 * The files from which the list was made, relative to the project's folder; none where that is not certain.
 *
 * @param list the list, relative to the project's folder
 */
export function compiledFiles({ tool, words }: CompileCommand, list: string): string[] {
  const isDefault = tool === "pip-compile" && words.every((word) => word.startsWith("-"));
  const files = isDefault
    ? ["requirements.in"]
    : words.filter((word, at) => isCompiled(word) && !otherFiles.has(words[at - 1]));
  const written = outputOf(words) ?? (tool === "pip-compile" && files.length === 1 ? listOf(files[0]) : undefined);
  if (written === undefined) return list.includes("/") ? [] : files;
  if (`/${list}`.endsWith(`/${written}`)) {
    const folder = list.slice(0, list.length - written.length);
    return files.map((file) => posix.join(folder, file));
  }
  if (!written.endsWith(`/${list}`)) return [];
  // It was run in a folder above the project's.
  const folder = written.slice(0, written.length - list.length);
  return files.map((file) => posix.relative(posix.resolve("/", folder), posix.resolve("/", file)));
}

function isCompiled(word: string): boolean {
  return !word.startsWith("-") && /(?:\.(?:in|txt)|(?:^|\/)pyproject\.toml)$/.test(word);
}

function outputOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === "-o" || /^--output-file(?:=|$)/.test(word));
  if (at === -1) return undefined;
  const [, value = words[at + 1]] = /^--output-file=(.*)$/.exec(words[at]) ?? [];
  return value === undefined ? undefined : posix.normalize(value);
}

/** The list that pip-compile makes of a file where it is not told another one. */
function listOf(file: string): string {
  const isProject = posix.basename(file) === "pyproject.toml";
  return posix.normalize(
    isProject ? posix.join(posix.dirname(file), "requirements.txt") : file.replace(/\.[^.]*$/, ".txt"),
  );
}
