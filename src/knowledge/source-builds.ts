import { compiledToL } from "./source-builds/compiled-a-l";
import { compiledFromM } from "./source-builds/compiled-m-z";
import { linkedBuilds } from "./source-builds/linked";
import type { NativeBuildRow } from "./source-builds/native-build-row";
import { pureByDebian } from "./source-builds/pure-by-debian";
import { pureBySource } from "./source-builds/pure-by-source";
import { pureByWheels } from "./source-builds/pure-by-wheels";
import { rustBuilds } from "./source-builds/rust";
import { systemPackageRows } from "./system-packages";

export type { NativeBuildRow } from "./source-builds/native-build-row";

/**
 * What building distributions from their source distributions needs, where no wheel fits, sorted.
 *
 * Those of the system package rows are not listed: what they need to be built stands there.
 */
export const nativeBuildRows: readonly NativeBuildRow[] = Object.freeze(
  [...compiledToL, ...compiledFromM, ...linkedBuilds, ...rustBuilds]
    .map((row) => Object.freeze(row))
    .sort((one, other) => (one.distribution < other.distribution ? -1 : one.distribution > other.distribution ? 1 : 0)),
);

/** Distributions that are pure Python, sorted: building them needs neither a compiler nor a Debian package. */
export const purePython: readonly string[] = Object.freeze(
  [...pureByDebian, ...pureByWheels, ...pureBySource.map(({ distribution }) => distribution)].sort(),
);

const natives = new Map(nativeBuildRows.map((row) => [row.distribution, row]));
const built = new Map(
  systemPackageRows
    .filter(({ build, extras }) => build.length > 0 && extras === undefined)
    .map((row) => [row.distribution, { ...row, needsRust: false }]),
);
const pure: ReadonlySet<string> = new Set(purePython);

/** What a build from source needs. */
export type SourceBuild = Pick<NativeBuildRow, "build" | "run" | "needsRust">;

/**
 * What building a distribution from its source distribution needs: `pure` for nothing but Python, undefined where that is
 * not known.
 *
 * @param distribution its name, normalised
 */
export function sourceBuildOf(distribution: string): SourceBuild | "pure" | undefined {
  return natives.get(distribution) ?? built.get(distribution) ?? (pure.has(distribution) ? "pure" : undefined);
}
