import { Mistake, shown } from "../../values/mistake";
import { normalizedName } from "./distribution-name";
import { Specifier } from "./specifier";

/** A dependency as the project asks for it. */
export interface Requirement {
  /** The name, normalised by PEP 503. */
  readonly name: string;
  /** The extras that are asked for, normalised. */
  readonly extras: readonly string[];
  /** The versions that are allowed, as PEP 440 writes them; empty for any. */
  readonly specifier: string;
  /** The environment for which it holds, unevaluated. */
  readonly marker?: string;
  /** Where it comes from if not from an index: an URL, `git+` and an URL, or a path. */
  readonly url?: string;
  /** Is it a member of the same workspace? */
  readonly isWorkspaceMember?: boolean;
  /** The requirement as the file has it. */
  readonly written: string;
  /** What leads to it where the project does not ask for it by name: `pandas → numpy`. */
  readonly chain?: string;
}

/** Where a dependency comes from. */
export type Origin = "index" | "workspace" | "git" | "url" | "path";

/** Where the dependency comes from. */
export function originOf({ url, isWorkspaceMember }: Partial<Requirement>): Origin {
  if (isWorkspaceMember === true) return "workspace";
  if (url === undefined) return "index";
  if (/^git(?:\+|:\/\/)/.test(url)) return "git";
  return /^(?!file:)[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(url) ? "url" : "path";
}

const name = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const head = new RegExp(`^\\s*(${name})\\s*(?:\\[\\s*((?:${name}\\s*(?:,\\s*${name}\\s*)*)?)\\])?\\s*(.*)$`, "s");

/**
 * Parses a requirement.
 *
 * @param where the key in which it stands
 * @throws where it is none
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export function parseRequirement(written: string, where: string): Requirement {
  const parts = head.exec(written);
  if (parts === null) throw notARequirement(written, where);
  const [, writtenName, extras = "", rest] = parts;
  const requirement = { name: normalizedName(writtenName), extras: extrasOf(extras.split(",")), written };
  if (rest.startsWith("@")) {
    const [, url, marker] = /^@\s*(\S+?)(?:\s*;\s+(.*)|\s+;\s*(.*))?\s*$/s.exec(rest)?.filter(Boolean) ?? [];
    if (url === undefined) throw notARequirement(written, where);
    return { ...requirement, specifier: "", url, marker: marker?.trim() };
  }
  const semicolon = rest.indexOf(";");
  const versions = (semicolon === -1 ? rest : rest.slice(0, semicolon)).trim();
  const marker = semicolon === -1 ? undefined : rest.slice(semicolon + 1).trim() || undefined;
  refuseTwoOperators(writtenName, versions, where);
  if (versions !== "" && !/^[(<>=!~]/.test(versions)) throw notARequirement(written, where);
  const unwrapped = versions.replace(/^\((.*)\)$/s, "$1");
  return { ...requirement, specifier: Specifier.of(unwrapped, `${where} ${writtenName}`).toString(), marker };
}

/** The names of extras as they are compared, without empty ones. */
export function extrasOf(names: readonly string[]): string[] {
  return names.map((extra) => normalizedName(extra.trim())).filter((extra) => extra !== "");
}

/** projen's uv component puts == before a version that has an operator already: `requests@>=2` gives `requests==>=2`. */
function refuseTwoOperators(dependency: string, versions: string, where: string): void {
  const doubled = /^==\s*((?:[<>!~]=?|={2,3})\s*[^\s=].*)$/s.exec(versions);
  if (doubled === null) return;
  const [, asked] = doubled;
  const version = /\d+(?:\.\d+)*/.exec(asked)?.[0] ?? "1";
  throw new Mistake({
    where,
    what: `${shown(`${dependency}${versions}`)} has two operators, which comes of the dependency ${shown(`${dependency}@${asked}`)}`,
    allowed: "projen takes a caret, a tilde or a bare version for uv",
    fix: `write "${dependency}@^${version}" or "${dependency}@${version}", or put "${dependency}${asked}" into uvOptions.project.dependencies`,
  });
}

function notARequirement(written: string, where: string): Mistake {
  return new Mistake({
    where,
    what: `${shown(written)} is not a requirement`,
    allowed:
      "a name, extras, versions and a marker (PEP 508), e.g. \"uvicorn[standard]>=0.30; sys_platform == 'linux'\"",
    fix: "write it so",
  });
}
