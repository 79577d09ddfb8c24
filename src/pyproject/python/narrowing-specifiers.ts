import { pythonReleases } from "../../knowledge/python-releases";
import type { Fact } from "../fact";
import type { Specifier } from "../requirements/specifier";
import { outerReleases } from "./newest-release";

/**
 * Those of the specifiers that count, each because it excludes a release of Python that the others allow; where they are
 * the same, the first of them. A bound such as `<4.0`, beyond all releases, makes no difference.
 */
export function narrowingSpecifiers(specifiers: readonly Fact<Specifier>[]): Fact<Specifier>[] {
  return specifiers.reduce<Fact<Specifier>[]>((kept, next) => {
    if (kept.length === 0) return [next];
    if (!excludesMore(next, kept)) return kept;
    const needed = kept.filter((each) => excludesMore(each, [...kept.filter((other) => other !== each), next]));
    return [...needed, next];
  }, []);
}

function excludesMore({ value }: Fact<Specifier>, others: readonly Fact<Specifier>[]): boolean {
  const all = [value, ...others.map((other) => other.value)];
  return releases(all).some(
    (version) => !value.allows(version) && others.every((other) => other.value.allows(version)),
  );
}

/** The first and the last patch release of every minor one, and those around what the specifiers name. */
function releases(specifiers: readonly Specifier[]): string[] {
  const known = new Set(pythonReleases.map(({ minor }) => minor));
  const near = neighbours(specifiers).filter((version) => known.has(version.replace(/\.\d+$/, "")));
  return [...[...known].flatMap(outerReleases), ...near];
}

/** The versions that the specifiers name, with the patch releases before and after. */
export function neighbours(specifiers: readonly Specifier[]): string[] {
  const named = specifiers.flatMap((specifier) => specifier.versions());
  return named.flatMap((version) => {
    const [major, minor = 0, patch = 0] = (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? "3").split(".").map(Number);
    const patches = [patch - 1, patch, patch + 1].filter((each) => each >= 0);
    return patches.map((each) => `${major}.${minor}.${each}`);
  });
}
