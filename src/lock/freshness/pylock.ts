import { posix } from "node:path";
import { parseToml } from "../../pyproject/files/parse-toml";
import { isTable, type TomlTable } from "../../pyproject/files/toml-table";
import { newestRelease } from "../../pyproject/python/newest-release";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { originOf, type Requirement } from "../../pyproject/requirements/requirement";
import type { Specifier } from "../../pyproject/requirements/specifier";
import type { PythonVersion } from "../../values/python-version";
import { allowsLocked } from "../formats/locked-version";
import { readPylockLock } from "../formats/pylock";
import type { Freshness, FreshnessCheck, Lock, LockContext } from "../lock";
import { pdmHashFits } from "./pdm";

/**
 * Tells whether a standard lock file fits pyproject.toml. Pdm writes a hash into it; of others it is only known that they
 * don't fit, where the lock file can't be installed for the project: it is for other versions of Python, or lacks what the
 * project always asks for.
 */
export const pylockFreshness: FreshnessCheck = (context): Freshness => {
  const { path, text, folder } = context;
  const pdm = parseToml(text, path).tableAt("tool", "pdm");
  const hash = pdm?.table("hashes")?.text("sha256")?.value;
  // In place of the hash it may have all that was asked for, in the words of pdm.
  if (hash !== undefined && pdm?.has("lock_inputs") !== true)
    return pdmHashFits(folder, posix.dirname(path), "hash", hash);
  const lock = readPylockLock(context);
  const reason = pythonMisfit(lock, context) ?? requirementMisfit(lock, context);
  return reason === undefined ? {} : { isFresh: false, reason };
};

function pythonMisfit({ pythons }: Lock, { facts }: LockContext): string | undefined {
  if (pythons === undefined || facts.allowedPythons.value.some((each) => isAmong(each, pythons))) return undefined;
  return `is for Python ${pythons.join(" || ")}, which the project does not allow`;
}

/** Do the specifiers allow a release of this version? One that they name may be the only one. */
function isAmong(python: PythonVersion, specifiers: readonly Specifier[]): boolean {
  return specifiers.some((specifier) => {
    const named = specifier.versions().filter((each) => each.startsWith(`${python.minor}.`));
    return [newestRelease(python), ...named].some((release) => specifier.allows(release));
  });
}

function requirementMisfit(lock: Lock, context: LockContext): string | undefined {
  const { facts, path } = context;
  // One with a name of its own may be for a part of the project only.
  if (posix.basename(path) !== "pylock.toml" || lock.isMadeFor?.({ python: facts.python.value }) === false) {
    return undefined;
  }
  const free = overridden(context);
  for (const { value: requirement, source } of facts.dependencies) {
    const { name, marker, specifier } = requirement;
    if (free.has(name) || name === facts.name?.value.normalized || marker !== undefined) continue;
    if (isElsewhere(requirement)) continue;
    const versions = lock.packages.filter((each) => each.name === name).map(({ version }) => version);
    if (versions.length === 0) return `does not have ${name}, which ${source} asks for`;
    if (!versions.some((each) => allowsLocked(specifier, each))) {
      return `has ${name} ${[...new Set(versions)].join(" and ")}, while ${source} asks for ${specifier}`;
    }
  }
  return undefined;
}

/** Projects in folders are left out of a lock file that is to be installed without them. */
function isElsewhere(requirement: Requirement): boolean {
  return ["workspace", "path"].includes(originOf(requirement));
}

/** The names for which the settings of a package manager ask for other versions than the requirements do. */
function overridden({ folder, path }: LockContext): ReadonlySet<string> {
  const manifest = posix.join(posix.dirname(path), "pyproject.toml");
  const text = folder.read(manifest);
  const file = text === undefined ? undefined : parseToml(text, manifest);
  const names = [
    ...textsOf(file?.tableAt("tool", "uv"), "override-dependencies"),
    ...textsOf(file?.tableAt("tool", "uv"), "exclude-dependencies"),
    ...textsOf(file?.tableAt("tool", "pdm", "resolution"), "excludes"),
    ...keysOf(file?.tableAt("tool", "pdm", "resolution"), "overrides"),
  ];
  return new Set(names.map((each) => normalizedName(/^[\w.-]*/.exec(each)?.[0] ?? "")));
}

function textsOf(table: TomlTable | undefined, key: string): string[] {
  const value = table?.value(key);
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function keysOf(table: TomlTable | undefined, key: string): string[] {
  const value = table?.value(key);
  return isTable(value) ? Object.keys(value) : [];
}
