import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { BuildContext } from "../../src/dockerignore/context";
import { parsedStages } from "../dockerfile/parse";

/** What a build has before it. */
export interface BuildFiles {
  /** The folder that is the build context, on disk. */
  readonly context: string;
  readonly dockerfile: string;
  /** The text of the file that leaves paths out of the context. */
  readonly dockerignore: string;
}

/** The files and folders of the build context that the Dockerfile copies or mounts, as it writes them. */
export function contextSources(dockerfile: string): string[] {
  const instructions = parsedStages(dockerfile).flatMap((stage) => stage.instructions);
  const copied = instructions.filter(({ keyword }) => keyword === "COPY" || keyword === "ADD");
  const run = instructions.filter(({ keyword }) => keyword === "RUN");
  return [...new Set([...copied.flatMap((each) => copySources(each.arguments)), ...run.flatMap(mountSources)])];
}

/** Why the build would miss what its Dockerfile names. A pattern may fit nothing. */
export function missingSources({ context, dockerfile, dockerignore }: BuildFiles): string[] {
  const kept = new BuildContext(dockerignore.split("\n"));
  const named = contextSources(dockerfile).filter((source) => !/[*?[]/.test(source));
  return named.flatMap((source) => {
    if (!existsSync(join(context, source))) return [`${source} is copied or mounted and not there`];
    return holdsAny(context, posix.normalize(source), kept) ? [] : [`${source} is kept out of the build context`];
  });
}

/** The text of the ignore file that the engine takes: the one beside the Dockerfile goes before that of the context. */
export function ignoreFileOf(context: string, dockerfile: string): string {
  const found = [`${dockerfile}.dockerignore`, join(context, ".dockerignore")].find((path) => existsSync(path));
  return found === undefined ? "" : readFileSync(found, "utf8");
}

function copySources(text: string): string[] {
  const words: string[] = text.trim().startsWith("[") ? JSON.parse(text) : text.split(/\s+/);
  if (words.some((word) => word.startsWith("--from=") || word.startsWith("<<"))) return [];
  return words.filter((word) => !word.startsWith("--")).slice(0, -1);
}

function mountSources({ arguments: text }: { arguments: string }): string[] {
  const mounts = [...text.matchAll(/--mount=(\S+)/g)].map(([, options]) => options.split(","));
  const own = mounts.filter((options) => options.includes("type=bind") && !options.some((each) => /^from=/.test(each)));
  return own.map((options) => options.map((each) => /^(?:source|src)=(.*)/.exec(each)?.[1]).find(Boolean) ?? ".");
}

function holdsAny(context: string, path: string, kept: BuildContext): boolean {
  if (!statSync(join(context, path)).isDirectory()) return kept.includes(path);
  if (!kept.mayIncludeBelow(path)) return false;
  const entries = readdirSync(join(context, path), { withFileTypes: true });
  return entries.some((entry) => {
    const below = posix.join(path, entry.name);
    return entry.isDirectory() ? holdsAny(context, below, kept) : kept.includes(below);
  });
}
