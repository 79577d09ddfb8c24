import type { TomlTable } from "../../../pyproject/files/toml-table";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { LockTable } from "../../formats/lock-table";
import type { Finding } from "./finding";
import { isSameRange, pythonRange } from "./python-range";
import { groupPythons } from "./stated-groups";

/** What differs in the groups that a project has by default, and in the Python versions for which its groups are. */
export function* groupSettingFindings(entry: LockTable, file: TomlTable): Generator<Finding> {
  const [had, asked] = [entry.value("default-groups"), file.tableAt("tool", "uv")?.value("default-groups")].map(
    inWords,
  );
  if (had !== asked) yield `has ${had} on record as the default groups, while ${file.file} has ${asked}`;
  const table = entry.table("group-requires-python");
  const recorded = new Map((table?.keys() ?? []).map((key) => [normalizedName(key), table?.text(key) ?? ""]));
  const stated = groupPythons(file);
  for (const group of new Set([...recorded.keys(), ...stated.keys()])) {
    const [before, now] = [recorded.get(group) ?? "", stated.get(group)?.join(",") ?? ""];
    const [one, other] = [pythonRange([before]), pythonRange([now])];
    if (one === undefined || other === undefined) yield "untold";
    else if (!isSameRange(one, other)) {
      yield `has the group ${group} for Python ${before || "of every version"}, while ${file.file} has it for ${now || "every version"}`;
    } else if (simplified(before) !== simplified(now)) yield "untold";
  }
}

/** The groups; where nothing is said, that is dev. */
function inWords(value: unknown): string {
  if (typeof value === "string") return value;
  const names = (Array.isArray(value) ? value : ["dev"]).map((each) => normalizedName(String(each)));
  return [...new Set(names)].sort().join(" and ") || "none";
}

function simplified(specifier: string): string {
  return [...new Set(specifier.replaceAll(" ", "").split(","))].sort().join();
}
