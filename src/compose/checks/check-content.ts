import { circleFindings } from "./check-circles";
import { envFileFindings } from "./check-env-files";
import { dependencyFindings, referenceFindings } from "./check-references";
import { serviceFindings } from "./check-service";
import { sharedFindings } from "./check-shared";
import { watchFindings } from "./check-watches";
import type { FileContent } from "./file-content";
import type { Finding } from "./finding";

/** What else is to be known of a file. */
export interface FileSurroundings {
  /** Whether another file, read with it, has what it lacks. */
  readonly isPartial: boolean;
  /** Whether there is a file, by its path from the folder of the compose file. */
  isThere(path: string): boolean;
}

/**
 * What compose refuses of a file as it is to be written, or what does nothing in it, with the name of the service where it
 * is of one.
 */
export function contentFindings(
  file: FileContent,
  { isPartial, isThere }: FileSurroundings,
): readonly (readonly [service: string | undefined, finding: Finding])[] {
  const ofServices = Object.entries(file.services).flatMap(([name, service]) =>
    [
      ...serviceFindings(service),
      ...referenceFindings(name, file),
      ...dependencyFindings(name, file),
      ...sharedFindings(name, file),
      ...watchFindings(service),
      ...envFileFindings(service, isThere),
    ].map((finding) => [name, finding] as const),
  );
  const circles = circleFindings(file).map((finding) => [undefined, finding] as const);
  return isPartial ? circles : [...ofServices, ...circles];
}
