import { posix } from "node:path";
import type { ApplicationSearch, FrameworkRow } from "../../knowledge/frameworks";
import { type Fact, fact } from "../fact";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";
import type { Application } from "./application";
import { foldersBesideSettings } from "./django-settings";
import { ObjectFinder } from "./find-object";
import { type ImportFacts, ImportPath } from "./import-path";

/** What of a project's folder tells its applications. */
export interface ApplicationSource {
  /** The parsed pyproject.toml. */
  readonly file: TomlTable;
  readonly folder: ProjectFolder;
}

/**
 * The applications of these frameworks, found where the documentation of each framework puts them. The source is the file
 * and the line.
 */
export function findApplications(
  frameworks: readonly FrameworkRow[],
  { file, folder }: ApplicationSource,
  facts: ImportFacts,
): Fact<Application>[] {
  const importPath = new ImportPath(folder, facts);
  return frameworks.flatMap(({ name, applications = [] }) => {
    const stated = statedApplication(name, file);
    if (stated !== undefined) return [stated];
    return applications.flatMap((search) => {
      const path = search.isBesideSettings ? foldersBesideSettings(folder) : importPath.places;
      const found = findOne(filesIn(path, search), importPath, search);
      return found === undefined ? [] : [fact({ framework: name, kind: search.kind, ...found.value }, found.source)];
    });
  });
}

type Found = Omit<Application, "framework" | "kind">;

function findOne(files: readonly string[], importPath: ImportPath, search: ApplicationSearch): Fact<Found> | undefined {
  const finder = new ObjectFinder(importPath, search);
  if (search.kind === "script") {
    return firstOf(files, (path) => {
      const line = finder.importLine(path);
      return line === undefined ? undefined : fact({ target: path, isFactory: false }, `${path}:${line}`);
    });
  }
  const named = (find: "value" | "factory") =>
    firstOf(files, (path) => {
      const object = finder[find](path);
      if (object === undefined) return undefined;
      const { name, isFactory, line } = object;
      return fact({ target: `${importPath.moduleOf(path)}:${name}`, isFactory }, `${path}:${line}`);
    });
  // An application that is made when its module is imported has all that a function would have to be told.
  return named("value") ?? named("factory");
}

function filesIn(places: readonly string[], { files }: ApplicationSearch): string[] {
  return places.flatMap((place) => files.map((file) => posix.join(place, file)));
}

/** @see https://fastapi.tiangolo.com/fastapi-cli/ */
function statedApplication(framework: string, file: TomlTable): Fact<Application> | undefined {
  const entrypoint = framework === "fastapi" ? file.tableAt("tool", "fastapi")?.text("entrypoint") : undefined;
  return entrypoint && fact({ framework, kind: "asgi", target: entrypoint.value, isFactory: false }, entrypoint.source);
}

function firstOf<T>(paths: readonly string[], find: (path: string) => T | undefined): T | undefined {
  for (const path of paths) {
    const found = find(path);
    if (found !== undefined) return found;
  }
  return undefined;
}
