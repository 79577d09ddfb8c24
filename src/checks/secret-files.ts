import { readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { ContextRead } from "../dockerfile/context-reads";
import type { WrittenDockerfile } from "../dockerfile/written-dockerfile";
import type { BuildContext } from "../dockerignore/context";
import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import { isSecretGiven, knownSecretIn } from "../values/secret-look";
import { filesBelow } from "./files-below";

/** The names under which secrets lie about in repositories. */
const SECRET_FILE =
  /^(?:\.env(?:\..+)?|.+\.env|\.netrc|_netrc|\.pypirc|\.npmrc|\.yarnrc\.yml|\.git-credentials|\.pgpass|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|.+\.(?:pem|key|ppk)|(?:client_)?(?:secret|credential)s?\.(?:json|ya?ml|toml|ini)|service[-_]?account.*\.json)$/i;

/** A file of this size holds data. */
const LARGEST_BYTES = 200_000;

/** Files that COPY and ADD take into an image, and in which a secret stands. */
export function* secretFileFindings(
  dockerfile: WrittenDockerfile,
  context: BuildContext,
  folder: string,
): Iterable<Finding> {
  const copied = dockerfile.reads.filter(({ keyword, isPattern }) => !isPattern && keyword.toUpperCase() !== "RUN");
  const found = new Map<string, ContextRead[]>();
  for (const read of copied) {
    for (const file of secretFiles(folder, read.path, context)) found.set(file, [...(found.get(file) ?? []), read]);
  }
  for (const [file, reads] of found) {
    // Who names a file has it in mind; one that lies in a folder may be on one machine alone.
    const meant = reads.find(({ path }) => path === file);
    const { path, keyword, stage } = meant ?? reads.find((read) => dockerfile.isShipped(read.stage)) ?? reads[0];
    yield {
      rule: "SecretInImage",
      where: `${dockerfile.path}${stage === undefined ? "" : ` stage ${shown(stage)}`}`,
      stage,
      what: `${keyword} ${shown(path)} takes ${shown(file)}, in which a secret stands`,
      allowed: "whoever has the image, or a cache of its build, has what is in it",
      fix: `leave it out by dockerignore.addPatterns(${shown(file)}), and mount it as a secret where a build needs it`,
      mayWork: meant === undefined && !dockerfile.isShipped(stage),
    };
  }
}

function secretFiles(folder: string, start: string, context: BuildContext): string[] {
  const files = filesBelow(folder, start, (path) => context.mayIncludeBelow(path));
  return [...files].filter(
    (path) => SECRET_FILE.test(posix.basename(path)) && context.includes(path) && holdsSecret(join(folder, path)),
  );
}

/** An assignment of a settings file, or an entry of JSON: its name, and what follows. */
const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?["']?([\w.:/-]+)["']?[ \t]*[=:](.*)$/;

/** A longer line holds data. */
const LONGEST_LINE = 4000;

function holdsSecret(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || stats.size > LARGEST_BYTES) return false;
  const text = readFileSync(path, "latin1");
  if (knownSecretIn(text) !== undefined) return true;
  if (/^(?:\.netrc|_netrc)$/.test(posix.basename(path))) return /\bpassword\s+\S/.test(text);
  return text.split("\n").some(givesSecret);
}

function givesSecret(line: string): boolean {
  const [, name, rest] = (line.length <= LONGEST_LINE ? ASSIGNMENT.exec(line.trimEnd()) : undefined) ?? [];
  if (name === undefined) return false;
  const value = rest
    .trim()
    .replace(/,$/, "")
    .replace(/^["']|["']$/g, "");
  return !/["']/.test(value) && isSecretGiven(name.replace(/^.*:/, ""), value);
}
