import { Mistake } from "../../values/mistake";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import type { PackageManagerSign, SignWeight } from "./package-manager-sign";
import { tableRows, weightOfTable } from "./package-manager-tables";
import { findPdmRoot } from "./pdm-workspace";
import { mainRequirementsFile } from "./pip-files";
import { findWorkspaceRoot } from "./uv-workspace";

/** The files by which one shows, each as sure as a lock file. */
const ownFiles: readonly (readonly [manager: string, file: string])[] = [
  ["uv", "uv.lock"],
  ["poetry", "poetry.lock"],
  ["pdm", "pdm.lock"],
  ["pipenv", "Pipfile"],
  ["pipenv", "Pipfile.lock"],
];

/** Files that only set it up. */
const settingsFiles: readonly (readonly [manager: string, file: string])[] = [
  ["uv", "uv.toml"],
  ["poetry", "poetry.toml"],
  ["pdm", "pdm.toml"],
];

const backends: readonly (readonly [manager: string, backend: RegExp])[] = [
  ["uv", /^uv_build$/],
  ["poetry", /^poetry\./],
  ["pdm", /^pdm\./],
];

/**
 * The signs of package managers in rounds: those of a later one count only where an earlier one is empty.
 *
 * First its own files and tables, then a workspace above, the build backend, environments of hatch, files that pip
 * installs from, mere settings, hatch's build backend, and last whatever pip can install all the same.
 */
export function packageManagerSigns(file: TomlTable, folder: ProjectFolder): PackageManagerSign[][] {
  const backend = file.table("build-system")?.text("build-backend")?.value ?? "";
  const backendKey = `${file.file} [build-system].build-backend`;
  const isThere = ([, name]: readonly [string, string]) => folder.exists(name);
  const tables = tableSigns(file);
  const isSetting = ({ weight }: PackageManagerSign) => weight === "settings";
  const rounds: PackageManagerSign[][] = [
    [
      ...tables.filter((each) => !isSetting(each)),
      ...ownFiles.filter(isThere).map(([name, path]) => sign(name, path, "lock")),
    ],
    workspaceAbove(file, folder).signs,
    backends.filter(([, name]) => name.test(backend)).map(([manager]) => sign(manager, backendKey)),
    hatchSigns(file, folder).map((text) => sign("hatch", text, "dependencies")),
    pipFiles(folder).map((path) => sign("pip", path)),
    [...tables.filter(isSetting), ...settingsFiles.filter(isThere).map(([name, path]) => sign(name, path))],
    /^hatchling\./.test(backend) ? [sign("hatch", backendKey)] : [],
    ["build-system", "project", "dependency-groups"]
      .filter((key) => file.has(key))
      .map((key) => sign("pip", `${file.file} [${key}]`)),
  ];
  return rounds;
}

function tableSigns(file: TomlTable): PackageManagerSign[] {
  return tableRows.flatMap((row) => {
    const weight = weightOfTable(row, file);
    return weight === undefined ? [] : [{ ...sign(row.manager, `${file.file} [tool.${row.manager}]`), weight }];
  });
}

/**
 * What a workspace above shows, and why it can't be told whether there is one: a file above that is broken stops only a
 * manager that reads it, as its own reader does.
 */
export function workspaceAbove(
  file: TomlTable,
  folder: ProjectFolder,
): { readonly signs: PackageManagerSign[]; readonly notes: readonly string[] } {
  try {
    return { signs: workspaceSigns(file, folder), notes: [] };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { signs: [], notes: [`${error.message} (it is passed over)`] };
  }
}

function workspaceSigns(file: TomlTable, folder: ProjectFolder): PackageManagerSign[] {
  const uv = findWorkspaceRoot(file, folder);
  const pdm = findPdmRoot(folder)?.root;
  return [...(uv ? [sign("uv", uv.source)] : []), ...(pdm ? [sign("pdm", pdm.source)] : [])];
}

function hatchSigns(file: TomlTable, folder: ProjectFolder): string[] {
  const isSet = file.tableAt("tool", "hatch", "envs") !== undefined;
  return [...(isSet ? [`${file.file} [tool.hatch.envs]`] : []), ...(folder.exists("hatch.toml") ? ["hatch.toml"] : [])];
}

/** Files of a project without another manager; a setup.cfg can also be there for the settings of tools alone. */
function pipFiles(folder: ProjectFolder): string[] {
  const isRequirements = (name: string) => /\.(?:txt|in)$/.test(name);
  const root = folder.list("").filter((name) => /^requirements/.test(name) && isRequirements(name));
  const inside = folder.list("requirements").filter(isRequirements);
  const all = [...root, ...inside.map((name) => `requirements/${name}`)];
  const standard = all.length === 0 ? undefined : (mainRequirementsFile(folder) ?? all[0]);
  const hasMetadata = /^\[(?:metadata|options)[\].]/m.test(folder.read("setup.cfg") ?? "");
  return [
    ...(standard === undefined ? [] : [standard]),
    ...(folder.exists("setup.py") ? ["setup.py"] : []),
    ...(hasMetadata ? ["setup.cfg"] : []),
  ];
}

function sign(manager: string, text: string, weight?: SignWeight): PackageManagerSign {
  return { manager, sign: text, weight };
}
