import type { TomlTable } from "../files/toml-table";
import { normalizedName } from "../requirements/distribution-name";
import type { SignWeight } from "./package-manager-sign";

/** What the keys of a manager's own table tell. */
interface TableRow {
  readonly manager: string;
  /** Keys that list dependencies, or where they come from. */
  readonly dependencies: readonly string[];
  /** Keys that only set up its build backend, which others can use too. */
  readonly backend: readonly string[];
  /** Keys of the project; undefined where all others are such, and there are no mere settings. */
  readonly project?: readonly string[];
  /** Keys that stand for the project where there is no `[project]`, and are for the build backend beside it. */
  readonly metadata?: readonly string[];
}

/** The tables by which a manager shows. */
export const tableRows: readonly TableRow[] = [
  {
    manager: "uv",
    dependencies: ["dev-dependencies", "sources", "workspace"],
    backend: ["build-backend"],
    project: [
      ...["package", "default-groups", "dependency-groups", "index", "conflicts"],
      ...["constraint-dependencies", "override-dependencies", "environments", "required-environments"],
    ],
  },
  {
    manager: "poetry",
    dependencies: ["dependencies", "dev-dependencies", "group", "source", "extras"],
    backend: ["packages", "include", "exclude", "build"],
    metadata: [
      ...["name", "version", "description", "license", "authors", "maintainers", "readme", "homepage", "repository"],
      ...["documentation", "keywords", "classifiers", "urls", "scripts", "plugins"],
    ],
  },
  {
    manager: "pdm",
    dependencies: ["dev-dependencies", "source", "workspace"],
    backend: ["build", "version"],
  },
];

/** How sure a sign the table of a manager is; undefined where it is none. */
export function weightOfTable(row: TableRow, file: TomlTable): SignWeight | undefined {
  const table = file.tableAt("tool", row.manager);
  // Of such a project uv keeps its hands off.
  if (table === undefined || table.value("managed") === false) return undefined;
  const weights = table.keys().map((key) => weightOfKey(row, table, key, file.has("project")));
  const found = (["dependencies", "project", "settings"] as const).find((weight) => weights.includes(weight));
  const empty = row.project === undefined ? "project" : "settings";
  return weights.length === 0 ? empty : found;
}

function weightOfKey(row: TableRow, table: TomlTable, key: string, hasProject: boolean): SignWeight | undefined {
  if (row.dependencies.includes(key)) return onlyPython(table, key) ? "project" : "dependencies";
  if (row.backend.includes(key)) return undefined;
  if (row.metadata?.includes(key)) return hasProject ? undefined : "dependencies";
  return row.project === undefined || row.project.includes(key) ? "project" : "settings";
}

/** Poetry's dependencies always have an entry for Python itself. */
function onlyPython(table: TomlTable, key: string): boolean {
  if (key !== "dependencies") return false;
  return (table.table(key)?.keys() ?? []).every((name) => normalizedName(name) === "python");
}
