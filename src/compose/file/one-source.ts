import type { Place } from "../properties/place";

/** Checks that what a secret, a config or the like holds comes from one place. */
export function checkSources(kind: string, sources: readonly string[], options: object, place: Place): void {
  const given = Object.entries(options).filter(([name, value]) => sources.includes(name) && value && value !== "");
  if (given.length === 1) return;
  throw place.mistake({
    what: given.length === 0 ? `the ${kind} has no source` : `the ${kind} has more than one source`,
    allowed: `a ${kind} has one of ${sources.slice(0, -1).join(", ")} and ${sources.slice(-1)}`,
    fix: given.length === 0 ? "give one of them" : `leave out all of ${given.map(([name]) => name).join(", ")} but one`,
  });
}
