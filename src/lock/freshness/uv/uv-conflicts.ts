import { isTable, type TomlTable } from "../../../pyproject/files/toml-table";
import { normalizedName } from "../../../pyproject/requirements/distribution-name";
import type { Finding } from "./finding";
import type { UvComparison } from "./uv-comparison";
import { projectName } from "./uv-projects";

/** What differs in what is said to conflict. */
export function* conflictFindings({ lock, workspace: { root, projects } }: UvComparison): Generator<Finding> {
  const isProject = projectName(root.file) !== undefined;
  const members = [...projects.keys()].sort().map((name) => ({ name, file: projects.get(name)?.file }));
  const files = isProject ? members : [{ name: "", file: root.file }, ...members];
  const stated = files.flatMap(({ name, file }) => setsOf(file?.tableAt("tool", "uv")?.value("conflicts"), name));
  const groups = isProject ? includingGroups(root.file) : new Map<string, string[]>();
  const all = withIncluding(stated, groups, projectName(root.file) ?? "");
  const recorded = setsOf(lock.value("conflicts"), "");
  if ([...new Set(all)].sort().join() === [...new Set(recorded)].sort().join()) return;
  yield `has other conflicts on record than ${root.file.file} [tool.uv] states`;
}

/** The sets of what conflicts, each in one spelling. */
function setsOf(value: unknown, own: string): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((set) => {
    const items = [set]
      .flat()
      .filter(isTable)
      .map((item) => {
        const kind = ["extra", "group"].find((each) => typeof item[each] === "string") ?? "project";
        const name = kind === "project" ? "" : normalizedName(String(item[kind]));
        return `${normalizedName(String(item.package ?? own))} ${kind} ${name}`;
      });
    return [...new Set(items)].sort().join(" & ");
  });
}

/** The groups that include each group, by other groups too. */
function includingGroups(file: TomlTable): ReadonlyMap<string, readonly string[]> {
  const table = file.table("dependency-groups");
  const direct = new Map(
    (table?.keys() ?? []).map((key) => {
      const entries = table?.array(key)?.value ?? [];
      const names = entries.flatMap((entry) =>
        isTable(entry) ? [normalizedName(String(entry["include-group"]))] : [],
      );
      return [normalizedName(key), names] as const;
    }),
  );
  const reaches = (from: string, to: string, seen: readonly string[]): boolean =>
    !seen.includes(from) && (direct.get(from) ?? []).some((each) => each === to || reaches(each, to, [...seen, from]));
  const names = [...direct.keys()];
  return new Map(names.map((name) => [name, names.filter((each) => each !== name && reaches(each, name, []))]));
}

/** What conflicts with a group does so with the groups that include it. */
function withIncluding(
  sets: readonly string[],
  including: ReadonlyMap<string, readonly string[]>,
  own: string,
): string[] {
  return sets.flatMap((set) =>
    set
      .split(" & ")
      .reduce<readonly (readonly string[])[]>(
        (made, item) => {
          const [package_, kind, name] = item.split(" ");
          const more = package_ === own && kind === "group" ? (including.get(name) ?? []) : [];
          const items = [item, ...more.map((each) => `${package_} group ${each}`)];
          return made.flatMap((one) => items.map((each) => [...one, each]));
        },
        [[]],
      )
      .map((items) => [...new Set(items)].sort())
      .filter((items) => items.length === set.split(" & ").length)
      .map((items) => items.join(" & ")),
  );
}
