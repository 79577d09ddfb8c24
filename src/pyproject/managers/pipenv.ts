import { posix } from "node:path";
import { Mistake } from "../../values/mistake";
import { setuptoolsProject } from "../backends/setuptools-metadata";
import { type Fact, fact } from "../fact";
import type { DependencyGroup, ManagedProject } from "../facts";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import { requirementsOfExtra } from "../metadata/extras";
import type { ProjectTable } from "../metadata/project-table";
import type { Requirement } from "../requirements/requirement";
import { Specifier } from "../requirements/specifier";
import { emptyMetadata } from "./empty-metadata";
import { readPipfilePython } from "./pipfile-python";
import { readPipfileRequirements } from "./pipfile-requirements";
import { readPipfileSources } from "./pipfile-sources";

/** What is said of a project that nothing describes. */
const nothing: ProjectTable = { ...emptyMetadata, dynamic: [] };

/** Tables of a Pipfile that are no packages: every other one is a category of them. */
const settings: ReadonlySet<string> = new Set(["build-system", "pipenv", "pipfile", "requires", "scripts", "source"]);

/**
 * Reads the project as pipenv does: dependencies from the Pipfile, and from `[project]`, or else from setup.py and
 * setup.cfg, what they say of the project.
 *
 * @throws where there is no Pipfile
 * @see https://pipenv.pypa.io/en/latest/pipfile.html
 */
export function readPipenv(file: TomlTable, project: ProjectTable | undefined, folder: ProjectFolder): ManagedProject {
  const pipfile = readPipfile(folder);
  // What is locked is installed, whatever the next locking says of a line.
  const refused = folder.exists("Pipfile.lock") ? ([] as string[]) : undefined;
  const listed = readPipfileRequirements(pipfile, "packages", refused);
  const groups = readGroups(pipfile, refused);
  const self = listed.find(({ value }) => isSelf(value));
  // Beside a Pipfile that does not install it, a setup.py is often a leftover.
  const setup = self === undefined ? undefined : setuptoolsProject(file, folder);
  const { notes, requiresPython, dynamic, ...metadata } = { notes: [], ...(project ?? setup ?? nothing) };
  const pythons = [readPipfilePython(pipfile), specifierOf(requiresPython)];
  return {
    ...metadata,
    // Pipenv installs those of the project too where it installs the project.
    dependencies: [...listed.filter(({ value }) => !isSelf(value)), ...(self ? dependenciesOf(metadata, self) : [])],
    extras: self === undefined ? [] : metadata.extras,
    pythonSpecifiers: pythons.filter((each) => each !== undefined),
    groups,
    installsProject:
      self === undefined
        ? fact(false, `${pipfile.source("packages")} (the project is not among them)`)
        : fact(true, self.source),
    lockFile: fact(
      { name: "Pipfile.lock", path: "Pipfile.lock", exists: folder.exists("Pipfile.lock") },
      "Pipfile.lock",
    ),
    requirementsFiles: [],
    indexes: readPipfileSources(pipfile),
    workspaceMembers: [],
    lockedTogether: [],
    notes: [...notes, ...(refused ?? [])],
    workspaceFolders: [],
  };
}

function readPipfile(folder: ProjectFolder): TomlTable {
  const text = folder.read("Pipfile");
  if (text !== undefined) return parseToml(text, "Pipfile");
  const hasLock = folder.exists("Pipfile.lock");
  throw new Mistake({
    where: "Pipfile",
    what: hasLock ? "is missing, while Pipfile.lock is there" : "is missing, which pipenv needs",
    allowed: hasLock ? "a lock file is made from its Pipfile" : undefined,
    fix: hasLock
      ? "bring it back, or remove Pipfile.lock"
      : "write one (pipenv install), or choose another packageManager",
  });
}

function isSelf({ url }: Requirement): boolean {
  return url !== undefined && /^(?:file:)?\.\/?$/.test(posix.normalize(url));
}

/** What the project's own entry brings: its dependencies, and those of the extras that are asked for. */
function dependenciesOf(
  { dependencies, extras, name }: Pick<ProjectTable, "dependencies" | "extras" | "name">,
  { value, source }: Fact<Requirement>,
): Fact<Requirement>[] {
  const known = extras.map((extra) => extra.value);
  const asked = value.extras.flatMap((extra) => requirementsOfExtra(known, extra, name?.value.written));
  return [...dependencies, ...asked.map((requirement) => fact(requirement, source))];
}

/** `[dev-packages]` and the named categories, all for development. */
function readGroups(pipfile: TomlTable, notes: string[] | undefined): Fact<DependencyGroup>[] {
  const categories = pipfile.keys().filter((key) => key !== "packages" && !settings.has(key));
  return categories.map((name) => {
    const requirements = readPipfileRequirements(pipfile, name, notes).map(({ value }) => value);
    return fact(
      {
        name,
        requirements: requirements.filter((requirement) => !isSelf(requirement)),
        isDevelopment: true,
        isDefault: name === "dev-packages",
        isProduction: false,
      },
      pipfile.source(name),
    );
  });
}

function specifierOf(stated: Fact<string> | undefined): Fact<Specifier> | undefined {
  return stated && fact(Specifier.of(stated.value, stated.source), stated.source);
}
