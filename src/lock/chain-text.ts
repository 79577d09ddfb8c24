import type { LockedDistribution } from "./locked-distributions";

/** A package with its version and what brought it in: `numpy 1.26.4 (pandas → numpy)`. */
export function chainText({
  package: { name, version },
  chain,
}: Pick<LockedDistribution, "package" | "chain">): string {
  const named = version === undefined ? name : `${name} ${version}`;
  return chain.length < 2 ? named : `${named} (${chain.join(" → ")})`;
}

const namedAtMost = 5;

/** The first of several packages, each with what brought it in, and how many more there are. */
export function chainTexts(distributions: readonly Parameters<typeof chainText>[0][]): string {
  const shown = distributions.slice(0, namedAtMost).map(chainText);
  const more = distributions.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
