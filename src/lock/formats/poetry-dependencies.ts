import { isTable, TomlTable } from "../../pyproject/files/toml-table";
import { poetryMarker } from "../../pyproject/managers/poetry-markers";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { extrasOf, originOf, type Requirement } from "../../pyproject/requirements/requirement";
import type { LockedDependency, LockedPackage, LockedSource } from "../lock";
import type { LockTable } from "./lock-table";
import { poetryAllows } from "./poetry-allows";

/** A dependency with what decides whether it is asked for. */
interface StatedDependency {
  readonly dependency: LockedDependency;
  /** Does it hold only where an extra lists its name? */
  readonly isOptional: boolean;
  /** The extras that its marker asks for: one of them is needed, if there are any. */
  readonly ofExtras: readonly string[];
}

const extraComparison = /\bextra\s*==\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * What a package in poetry.lock depends on, and what its extras add. An extra lists names, by which optional dependencies
 * are asked for; a marker may ask for an extra besides, and poetry looks at the two apart from each other.
 *
 * @param isAmongSeveral are there several packages of the name in the file?
 * @see https://github.com/python-poetry/poetry/blob/2.5.1/src/poetry/puzzle/provider.py
 */
export function readPoetryPackageDependencies(
  table: LockTable,
  name: string,
  isAmongSeveral: (name: string) => boolean,
): Pick<LockedPackage, "dependencies" | "extras"> {
  const stated = readStated(table.table("dependencies"), isAmongSeveral);
  const listed = table.table("extras");
  const extras = (listed?.keys() ?? []).map((key): [string, LockedDependency[]] => {
    const extra = normalizedName(key);
    const names = (listed?.texts(key) ?? []).map(listedName);
    const added = stated.filter(({ dependency, isOptional, ofExtras }) => {
      if (!isOptional && ofExtras.length === 0) return false;
      const isListed = names.some((each) => each.name === dependency.name);
      return (!isOptional || isListed) && (ofExtras.length === 0 || ofExtras.includes(extra));
    });
    return [extra, [...added.map(({ dependency }) => dependency), ...names.filter((each) => each.name === name)]];
  });
  const plain = stated.filter(({ isOptional, ofExtras }) => !isOptional && ofExtras.length === 0);
  return { dependencies: plain.map(({ dependency }) => dependency), extras: new Map(extras) };
}

/** What the project itself asks for. */
export function dependencyOnRequirement(requirement: Requirement): LockedDependency {
  const { name, extras, marker, specifier, url } = requirement;
  const origin = originOf(requirement);
  const kinds: readonly LockedSource["kind"][] =
    url === undefined ? [] : origin === "git" || origin === "url" ? [origin] : ["path", "project"];
  return { name, extras, marker, allows: poetryAllows(specifier, kinds, `pyproject.toml (${name})`) };
}

function readStated(table: LockTable | undefined, isAmongSeveral: (name: string) => boolean): StatedDependency[] {
  return (table?.keys() ?? []).flatMap((key) => {
    const value = table?.value(key);
    const choices: readonly unknown[] = Array.isArray(value) ? value : [value];
    return choices.map((each) => {
      const constraint = typeof each === "string" ? { version: each } : each;
      if (table === undefined || !isTable(constraint)) throw wrongConstraint(table, key);
      return statedDependency(key, new TomlTable(constraint, table.source(key)), isAmongSeveral);
    });
  });
}

function wrongConstraint(table: LockTable | undefined, key: string): unknown {
  return table?.wrong(key, "it is a version constraint, a table, or an array of these");
}

function statedDependency(
  key: string,
  constraint: TomlTable,
  isAmongSeveral: (name: string) => boolean,
): StatedDependency {
  const name = normalizedName(key);
  const marker = ["markers", "python", "platform"].some((each) => constraint.has(each))
    ? poetryMarker(constraint, constraint.file)
    : undefined;
  const version = constraint.value("version");
  const dependency = {
    name,
    extras: extrasOf(constraint.texts("extras")?.value ?? []),
    // Poetry leaves the extra open when it evaluates the marker.
    marker: marker?.replaceAll(extraComparison, '"" == ""'),
  };
  return {
    dependency: isAmongSeveral(name)
      ? {
          ...dependency,
          allows: poetryAllows(typeof version === "string" ? version : "*", kindsOf(constraint), constraint.file),
        }
      : dependency,
    isOptional: constraint.flag("optional")?.value ?? false,
    ofExtras: [...(marker?.matchAll(extraComparison) ?? [])].map(([, a, b]) => normalizedName(a ?? b)),
  };
}

function kindsOf(constraint: TomlTable): LockedSource["kind"][] {
  if (constraint.has("git")) return ["git"];
  if (constraint.has("url")) return ["url"];
  return constraint.has("path") || constraint.has("file") ? ["path", "project"] : [];
}

/** What an extra lists: a requirement, of which older files have only the name and the versions in parentheses. */
function listedName(written: string): LockedDependency {
  const [, name = written, extras = ""] = /^\s*([\w.-]+)\s*(?:\[([^\]]*)\])?/.exec(written) ?? [];
  return { name: normalizedName(name), extras: extrasOf(extras.split(",")) };
}
