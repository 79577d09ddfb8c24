import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { findWorkspaceRoot } from "./uv-workspace";

/** Something by which a package manager shows. */
export interface PackageManagerSign {
  /** Its name; also of one that is not supported. */
  readonly manager: string;
  /** What shows it, for example `uv.lock`. */
  readonly sign: string;
}

interface Row {
  readonly manager: string;
  readonly files: readonly string[];
  /** Its table, and the keys in it that only set up its build backend, which others can use too. */
  readonly table?: { readonly name: string; readonly backendKeys: readonly string[] };
  readonly backend?: RegExp;
}

const rows: readonly Row[] = [
  {
    manager: "uv",
    files: ["uv.lock"],
    table: { name: "uv", backendKeys: ["build-backend"] },
    backend: /^uv_build$/,
  },
  {
    manager: "poetry",
    files: ["poetry.lock"],
    table: { name: "poetry", backendKeys: ["packages", "include", "exclude", "build"] },
    backend: /^poetry\./,
  },
  {
    manager: "pdm",
    files: ["pdm.lock"],
    table: { name: "pdm", backendKeys: ["build", "version"] },
    backend: /^pdm\./,
  },
  { manager: "pipenv", files: ["Pipfile", "Pipfile.lock"] },
];

/** Files of a project without another manager: pip installs from them. */
const pipFiles = ["requirements.txt", "requirements.in", "setup.py", "setup.cfg"];

/** The signs of package managers in rounds: those of a later one count only where an earlier one is empty. */
export function packageManagerSigns(file: TomlTable, folder: ProjectFolder): PackageManagerSign[][] {
  const backend = file.table("build-system")?.text("build-backend")?.value ?? "";
  const hatchEnvironments =
    file.tableAt("tool", "hatch", "envs") === undefined ? [] : [`${file.file} [tool.hatch.envs]`];
  return [
    rows.flatMap((row) => [...tableSigns(row, file), ...fileSigns(row, folder)]),
    workspaceSigns(file, folder),
    rows
      .filter((row) => row.backend?.test(backend))
      .map(({ manager }) => sign(manager, `${file.file} [build-system].build-backend`)),
    hatchEnvironments.map((table) => sign("hatch", table)),
    pipFiles.filter((name) => folder.exists(name)).map((name) => sign("pip", name)),
  ];
}

function tableSigns({ manager, table }: Row, file: TomlTable): PackageManagerSign[] {
  const keys = table && file.tableAt("tool", table.name)?.keys();
  const onlyBackend = keys !== undefined && keys.length > 0 && keys.every((key) => table?.backendKeys.includes(key));
  return table !== undefined && keys !== undefined && !onlyBackend
    ? [sign(manager, `${file.file} [tool.${table.name}]`)]
    : [];
}

function fileSigns({ manager, files }: Row, folder: ProjectFolder): PackageManagerSign[] {
  return files.filter((name) => folder.exists(name)).map((name) => sign(manager, name));
}

function workspaceSigns(file: TomlTable, folder: ProjectFolder): PackageManagerSign[] {
  const root = findWorkspaceRoot(file, folder);
  return root === undefined ? [] : [sign("uv", root.source)];
}

function sign(manager: string, text: string): PackageManagerSign {
  return { manager, sign: text };
}
