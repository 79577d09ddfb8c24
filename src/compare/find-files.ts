import { realpathSync } from "node:fs";
import { basename, posix, resolve } from "node:path";
import { liesIn, repositoryOf } from "../pyproject/files/disk-folder";
import type { PythonContainerOptions } from "../python/python-container-options";
import { Mistake, shown } from "../values/mistake";
import type { WrittenFiles } from "./compare-texts";
import { buildOf, ownServices } from "./compose/own-services";
import { readCompose } from "./compose/read-compose";
import { pathsThere, statOrNothing, usualPaths, type WrittenFile, writtenFile } from "./written-file";

/** What is compared, where the user says so. */
export interface CompareOptions {
  readonly dockerfile?: string;
  readonly compose?: string;
  readonly dockerignore?: string;
  /** The stage of the Dockerfile. */
  readonly target?: string;
  readonly container: PythonContainerOptions;
}

/**
 * The files that people wrote.
 *
 * @param folder the project's folder, absolute
 * @param name the project's name
 * @throws where one that is named is not there, or is no text, or compose names one outside of the repository
 */
export function findFiles(
  folder: string,
  name: string,
  { dockerfile, compose, dockerignore, target }: CompareOptions,
): WrittenFiles {
  const composeFile = findFile(folder, "compose", compose, usualPaths.compose());
  const named =
    composeFile === undefined || dockerfile !== undefined ? undefined : dockerfileNamed(folder, composeFile, name);
  const usual = [
    ...(named === undefined ? [] : [named]),
    ...usualPaths.dockerfile(basename(folder)),
    ...usualPaths.dockerfile(name).slice(-1),
  ];
  const image = findFile(folder, "dockerfile", dockerfile, usual);
  const besideIt = image === undefined ? [] : [`${image.path}.dockerignore`];
  return {
    dockerfile: image,
    compose: composeFile,
    dockerignore: findFile(folder, "dockerignore", dockerignore, [...besideIt, ...usualPaths.dockerignore()]),
    target,
  };
}

function findFile(
  folder: string,
  option: string,
  given: string | undefined,
  usual: readonly string[],
): WrittenFile | undefined {
  const [path] = given === undefined ? pathsThere(folder, usual) : [given];
  return path === undefined ? undefined : writtenFile(folder, path, option);
}

/** The Dockerfile that compose builds for the application, from the project's folder. */
function dockerfileNamed(folder: string, compose: WrittenFile, name: string): string | undefined {
  const dockerfile = dockerfileIn(compose, name);
  if (dockerfile === undefined) return undefined;
  const place = resolve(folder, dockerfile);
  if (statOrNothing(place) === undefined || isInRepository(place, folder)) return posix.normalize(dockerfile);
  throw new Mistake({
    where: compose.path,
    what: `the Dockerfile ${shown(dockerfile)} lies outside of the repository`,
    fix: "name it with --dockerfile to have it read, or another one",
  });
}

function isInRepository(place: string, folder: string): boolean {
  return liesIn(realpathSync(place), realpathSync(repositoryOf(folder) ?? folder));
}

function dockerfileIn({ path, text }: WrittenFile, name: string): string | undefined {
  try {
    const { services } = readCompose(text, path);
    const { main } = ownServices(services, path, name);
    return buildOf(services.get(main ?? "") ?? {}).dockerfile;
  } catch (error) {
    // It is told where the file is compared.
    if (error instanceof Mistake) return undefined;
    throw error;
  }
}
