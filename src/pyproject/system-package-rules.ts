import { nativeBuildRows, purePython } from "../knowledge/source-builds";
import { type SystemPackageRow, systemPackageRows } from "../knowledge/system-packages";
import { Mistake, shown } from "../values/mistake";
import { nearNames } from "./near-names";
import { normalizedName } from "./requirements/distribution-name";

/** What a user changes about the table of system packages. */
export interface SystemPackageRules {
  /** Further rows; they take the place of the table's rows of the same distribution. */
  readonly rows?: readonly SystemPackageRow[];
  /** The distributions whose rows of the tables do not count, those of builds from source too: they need nothing. */
  readonly without?: readonly string[];
}

/**
 * The rows that count.
 *
 * @throws where a row is switched off that does not exist
 */
export function systemPackageRowsBy({ rows = [], without = [] }: SystemPackageRules): readonly SystemPackageRow[] {
  const own = rows.map((row) => ({ ...row, distribution: normalizedName(row.distribution) }));
  if (without.length > 0) {
    const names = [...own, ...systemPackageRows, ...nativeBuildRows].map(({ distribution }) => distribution);
    for (const name of without) refuseUnknown(name, [...names, ...purePython]);
  }
  const replaced = new Set(own.map(({ distribution }) => distribution));
  const off = new Set(without.map(normalizedName));
  return [...own, ...systemPackageRows.filter(({ distribution }) => !replaced.has(distribution))].filter(
    ({ distribution }) => !off.has(distribution),
  );
}

/**
 * The names of the distributions of which the table or the user says what they need to be built, be it nothing. A row of the
 * table says so where it has something to build with: the others, and those of extras, tell of wheels.
 */
export function ruledDistributions(rules: SystemPackageRules): ReadonlySet<string> {
  const { rows = [], without = [] } = rules;
  const known = systemPackageRowsBy(rules).filter(({ build, extras }) => build.length > 0 && extras === undefined);
  return new Set([...[...rows, ...known].map(({ distribution }) => distribution), ...without].map(normalizedName));
}

/** The names of the distributions that need nothing, since the user says so, not even Rust. */
export function ignoredDistributions({ without = [] }: SystemPackageRules): ReadonlySet<string> {
  return new Set(without.map(normalizedName));
}

function refuseUnknown(name: string, names: readonly string[]): void {
  if (names.includes(normalizedName(name))) return;
  const near = nearNames(normalizedName(name), names).map(shown).join(", ");
  throw new Mistake({
    where: "system packages that are switched off",
    what: `there is no row ${shown(name)}`,
    allowed: near === "" ? "a row has the name of its distribution" : `near to it are ${near}`,
    fix: "write the name of a distribution that is listed, or leave it out",
  });
}
