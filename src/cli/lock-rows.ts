import type { PrintedLock } from "./printed-lock";

/** A row of the table for people. */
export interface TableRow {
  readonly label: string;
  /** The lines of the value. */
  readonly values: readonly string[];
  readonly source: string;
}

const megabyte = 1e6;

/** What the lock file says, as rows of the table for people; none where there is none that is read. */
export function lockRows(lock: PrintedLock | null): TableRow[] {
  if (lock === null) return [];
  const { production, development, downloadBytes, unsized, heaviest } = lock;
  const state = lock.fresh === null ? "only its package manager can tell" : lock.fresh ? "yes" : "no";
  const values: Record<string, readonly string[]> = {
    "lock file fits": [state],
    "locked for": [`${lock.platform}, Python ${lock.python}`],
    "locked packages": [`${countOf(production)} in production, ${countOf(development)} with those for development`],
    ...(downloadBytes === null
      ? {}
      : {
          "download size": [`${megabytes(downloadBytes)}${unsized === 0 ? "" : `, and ${unsized} of unknown size`}`],
          "heaviest packages": heaviest.map(({ name, bytes }) => `${name}: ${megabytes(bytes)}`),
        }),
    "built from source": chains(lock, lock.fromSource),
    "missing packages": chains(lock, lock.missing),
  };
  return Object.entries(values).map(([label, lines]) => ({
    label,
    values: lines.length === 0 ? ["-"] : lines,
    source: label === "lock file fits" ? `${lock.path} (${lock.format})` : "",
  }));
}

function countOf(packages: Readonly<Record<string, string>>): number {
  return Object.keys(packages).length;
}

/** Each with its version and what brought it in. */
function chains({ production, chains: known }: PrintedLock, names: readonly string[]): string[] {
  return names.map((name) => {
    const chain = known[name] ?? [];
    return `${name} ${production[name]}${chain.length < 2 ? "" : ` (${chain.join(" → ")})`}`;
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`;
}
