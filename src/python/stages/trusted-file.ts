import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { Finding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { ProjectPlace } from "../../values/project-place";

/** What is wrong with a file, what is allowed, and the fix. */
type Flaw = readonly [what: string, allowed: string, fix: string];

/** A kind of file that builds trust: what each flaw of one is called. */
export interface TrustedFile extends Pick<Finding, "rule"> {
  /** The option that names it. */
  readonly option: string;
  readonly isMissing: Flaw;
  readonly isNoFile: Flaw;
  /** What to do about one outside of the build context. */
  readonly outsideFix: string;
  /** What to do about a private key in it. */
  readonly privateKeyFix: string;
  /** What is wrong with what it holds. */
  flawIn(text: string, path: string): Flaw | undefined;
}

/**
 * Why builds can't trust a file: it is missing, is a folder or lies outside of the context, holds a private key, or not what
 * it should.
 *
 * @param folder the project's
 */
export function trustedFileFinding(
  kind: TrustedFile,
  folder: string,
  path: string,
  place: ProjectPlace,
): Finding | undefined {
  const flaw = flawOf(kind, join(folder, path), path, place.inContext(path));
  if (flaw === undefined) return undefined;
  const [what, allowed, fix] = flaw;
  return { rule: kind.rule, where: "PythonContainer", what: `${kind.option} ${shown(path)} ${what}`, allowed, fix };
}

function flawOf(kind: TrustedFile, file: string, path: string, inContext: string): Flaw | undefined {
  if (posix.isAbsolute(path) || inContext.startsWith("../")) {
    return ["lies outside of the build context", "builds see that folder alone", kind.outsideFix];
  }
  if (!existsSync(file)) return kind.isMissing;
  if (!statSync(file).isFile()) return kind.isNoFile;
  const text = readFileSync(file, "latin1");
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return ["holds a private key", "the image gets this file, and whoever has it", kind.privateKeyFix];
  }
  return kind.flawIn(text, path);
}
