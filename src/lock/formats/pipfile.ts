import { described, isTable, TomlTable } from "../../pyproject/files/toml-table";
import { joinedMarkers } from "../../pyproject/managers/joined-markers";
import { readPipfilePython } from "../../pyproject/managers/pipfile-python";
import { locationOf } from "../../pyproject/managers/pipfile-requirements";
import { normalizedName } from "../../pyproject/requirements/distribution-name";
import { extrasOf } from "../../pyproject/requirements/requirement";
import { Mistake } from "../../values/mistake";
import type { LockedDependency, LockReader, LockSelection } from "../lock";
import { projectRoots } from "../project-roots";
import { UnknownFormat } from "../unknown-format";
import { flatPackages, isOf, type ListedPackage } from "./flat-packages";
import { sourceAt } from "./located-source";
import { parseJson } from "./parse-json";

const format = 6;
const renewal = "make it anew with pipenv lock";

/**
 * Reads a `Pipfile.lock`: what is installed from `default`, from `develop`, which is the group `dev-packages`, and from
 * each category. It tells neither which package needs which, nor which files there are.
 *
 * @see https://pipenv.pypa.io/en/latest/pipfile.html#pipfile-lock
 */
export const readPipfileLock: LockReader = ({ path, text, facts }) => {
  const lock = readPipfileJson(path, text);
  const meta = lock.table("_meta");
  if (meta === undefined) throw noLock(path);
  const spec = meta.value("pipfile-spec");
  if (spec !== format) throw new UnknownFormat(path, `pipenv ${specText(spec)}`, `pipenv ${format}`);
  const python = readPipfilePython(meta);
  const categories = lock.keys().filter((key) => key !== "_meta" && key !== "default");
  const listed = ["default", ...categories].flatMap((category) => listedIn(lock, category));
  return {
    path,
    format: `pipenv ${format}`,
    namesFiles: false,
    pythons: python && [python.value],
    packages: flatPackages(path, listed),
    roots: (selection) => [...projectRoots(facts, selection), ...withExtras(listed, selection)],
  };
};

/**
 * The tables of a `Pipfile.lock`.
 *
 * @throws where the text is none
 */
export function readPipfileJson(path: string, text: string): TomlTable {
  const parsed = parseJson(text, path, "pipenv lock");
  if (!isTable(parsed)) throw noLock(path);
  return new TomlTable(parsed, path, [], renewal);
}

function specText(spec: unknown): string {
  if (spec === undefined) return "without a pipfile-spec";
  return typeof spec === "number" ? `${spec}` : `with ${described(spec)} as pipfile-spec`;
}

function noLock(path: string): Mistake {
  return new Mistake({
    where: path,
    what: "is no lock file of pipenv: it has no _meta",
    fix: renewal,
  });
}

function listedIn(lock: TomlTable, category: string): ListedPackage[] {
  const table = lock.table(category);
  const name = category === "develop" ? "dev-packages" : normalizedName(category);
  const group = category === "default" ? undefined : name;
  return (table?.keys() ?? []).flatMap((key) => (table === undefined ? [] : [{ ...listedAt(table, key), group }]));
}

function listedAt(table: TomlTable, key: string): ListedPackage {
  const name = normalizedName(key);
  const entry = isTable(table.value(key)) ? table.table(key) : undefined;
  if (entry === undefined) return { name, version: pinned(table.text(key)?.value), source: sourceAt(undefined) };
  return {
    name,
    version: pinned(entry.text("version")?.value),
    extras: extrasOf(entry.texts("extras")?.value ?? []),
    source: sourceAt(locationOf(entry)),
    marker: joinedMarkers(entry.text("markers")?.value, entry.text("os_markers")?.value),
  };
}

/** What is installed with extras: it says so itself, since nothing tells which other package asks for them. */
function withExtras(listed: readonly ListedPackage[], selection: LockSelection): LockedDependency[] {
  return listed.flatMap(({ name, extras = [], marker, group }) =>
    extras.length > 0 && isOf(group, selection) ? [{ name, extras, marker }] : [],
  );
}

/** The version of `==2.0`; none where any does. */
function pinned(version: string | undefined): string | undefined {
  const bare = version?.trim().replace(/^={2,3}\s*/, "");
  return bare === "" || bare === "*" ? undefined : bare;
}
