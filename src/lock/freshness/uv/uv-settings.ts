import { isTable } from "../../../pyproject/files/toml-table";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { Finding } from "./finding";
import type { UvComparison } from "./uv-comparison";

/** The settings that the lock file records, and what they are where nobody sets them. */
const options = [
  { key: "resolution", recorded: "resolution-mode", usual: "highest" },
  { key: "prerelease", recorded: "prerelease-mode", usual: "if-necessary-or-explicit" },
  { key: "fork-strategy", recorded: "fork-strategy", usual: "requires-python" },
] as const;

/**
 * What differs in the settings by which versions are chosen. One on record that the project does not state may come from
 * the environment or from the settings of the user, who may have made the lock file in the same way today.
 */
export function* settingsFindings({ lock, settings }: UvComparison): Generator<Finding> {
  const recorded = lock.table("options");
  for (const { key, recorded: name, usual } of options) {
    const had = recorded?.text(name) ?? usual;
    const stated = settings?.value(key);
    // A table of packages stands beside the usual.
    const asked = typeof stated === "string" ? stated : usual;
    if (isTable(stated) || (had !== asked && stated === undefined)) yield "untold";
    else if (had !== asked) yield `is made with ${key} = "${had}", while the settings ask for "${asked}"`;
  }
  const before = dated(recorded?.value("exclude-newer-span") ?? recorded?.value("exclude-newer"));
  const now = dated(settings?.value("exclude-newer"));
  if (now === undefined && before !== undefined) yield "untold";
  else if (!isSameDate(before, now)) {
    yield `is made with exclude-newer ${before ?? "not set"}, while the settings ask for ${now}`;
  }
  const packages = packageDates(recorded?.value("exclude-newer-package"));
  const asked = packageDates(settings?.value("exclude-newer-package"));
  for (const name of new Set([...packages.keys(), ...asked.keys()])) {
    if (isSameDate(packages.get(name), asked.get(name))) continue;
    yield asked.has(name)
      ? `is made with another exclude-newer-package of ${name} than the settings ask for`
      : "untold";
  }
}

function packageDates(value: unknown): ReadonlyMap<string, string> {
  if (!isTable(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, each]) => {
      const stated = isTable(each) ? (each.span ?? each.timestamp) : each;
      return [normalizedName(name), dated(stated) ?? ""];
    }),
  );
}

/** A date, a time or a duration in one spelling. */
function dated(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string") return String(value);
  const time = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  return durationOf(value) ?? value;
}

/** A duration by its units, which are compared one by one: a week is not seven days. */
function durationOf(text: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const iso = /^P/i.test(text);
  const parts = [...text.toLowerCase().matchAll(/(\d+)\s*([a-z]+)/g)];
  const counts = parts.filter(([, count]) => Number(count) > 0).map(([, count, unit]) => `${count}${unit[0]}`);
  return iso || parts.length > 0 ? counts.sort().join(" ") : undefined;
}

/** A date without a time is the end of that day where the lock file was made, wherever that is. */
function isSameDate(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const end = /^\d{4}-\d\d-\d\d$/.test(other) ? Date.parse(other) + 24 * 3_600_000 : Number.NaN;
  return Math.abs(Date.parse(one) - end) <= 14 * 3_600_000;
}
