import { type SystemPackageRow, systemPackageRows } from "../knowledge/system-packages";
import { Mistake, shown } from "../values/mistake";
import { nearNames } from "./near-names";
import { normalizedName } from "./requirements/distribution-name";

/** What a user changes about the table of system packages. */
export interface SystemPackageRules {
  /** Further rows; they take the place of the table's rows of the same distribution. */
  readonly rows?: readonly SystemPackageRow[];
  /** The distributions whose rows of the table do not count. */
  readonly without?: readonly string[];
}

/**
 * The rows that count.
 *
 * @throws where a row is switched off that does not exist
 */
export function systemPackageRowsBy({ rows = [], without = [] }: SystemPackageRules): readonly SystemPackageRow[] {
  const own = rows.map((row) => ({ ...row, distribution: normalizedName(row.distribution) }));
  const names = [...own, ...systemPackageRows].map(({ distribution }) => distribution);
  for (const name of without) refuseUnknown(name, names);
  const replaced = new Set(own.map(({ distribution }) => distribution));
  const off = new Set(without.map(normalizedName));
  return [...own, ...systemPackageRows.filter(({ distribution }) => !replaced.has(distribution))].filter(
    ({ distribution }) => !off.has(distribution),
  );
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
