import { parseDockerfile } from "../dockerfile/parsed/parse-dockerfile";
import { Mistake } from "../values/mistake";
import type { ComparedProject } from "./compared-project";
import { buildOf, type OwnServices, ownServices } from "./compose/own-services";
import { readCompose, type WrittenCompose } from "./compose/read-compose";
import type { Image } from "./dockerfile/image";
import { readImage } from "./dockerfile/read-image";
import { orMistake } from "./or-mistake";
import type { WrittenFile } from "./written-file";

/** A compose file that is read, and its services that run the project. */
export interface OwnCompose {
  readonly file: WrittenCompose;
  readonly own: OwnServices;
}

/** What could be read. */
export function thereOf<T>(read: T | Mistake | undefined): T | undefined {
  return read instanceof Mistake ? undefined : read;
}

/** The compose file of that text, or what is wrong in it. */
export function composeIn({ text, path }: WrittenFile, name: string): OwnCompose | Mistake {
  return orMistake(() => {
    const file = readCompose(text, path);
    return { file, own: ownServices(file.services, path, name) };
  });
}

/**
 * The image of the Dockerfile of that text, or what is wrong in it.
 *
 * @param compose says which stage is built; it may be one of another Dockerfile
 */
export function imageIn(
  file: WrittenFile,
  target: string | undefined,
  compose: OwnCompose | undefined,
  project: ComparedProject,
): Image | Mistake {
  return orMistake(() => {
    const parsed = parseDockerfile(file.text, file.path);
    const built = buildOf(compose?.file.services.get(compose.own.main ?? "") ?? {}).target;
    const isThere = parsed.stages.some((stage) => stage.name === built?.toLowerCase());
    return readImage(parsed, file.path, target ?? (isThere ? built : undefined), project);
  });
}
