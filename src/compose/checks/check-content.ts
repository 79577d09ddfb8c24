import type { PlacelessFinding } from "../../findings/finding";
import { bindFindings } from "./check-binds";
import { circleFindings } from "./check-circles";
import { envFileFindings } from "./check-env-files";
import { healthFindings } from "./check-health";
import { imageFindings } from "./check-images";
import { nameFindings } from "./check-names";
import { ownPortFindings } from "./check-ports";
import { privilegeFindings } from "./check-privileges";
import { publicFindings } from "./check-public";
import { dependencyFindings, referenceFindings } from "./check-references";
import { secretFindings } from "./check-secrets";
import { serviceFindings } from "./check-service";
import { sharedFindings } from "./check-shared";
import { buildSourceFindings, sourceFindings } from "./check-sources";
import { unusedFindings } from "./check-unused";
import { watchFindings } from "./check-watches";
import type { FileContent, ServiceContent } from "./file-content";

/** What else is to be known of a file. */
export interface FileSurroundings {
  /** Whether another file, read with it, has what it lacks. */
  readonly isPartial: boolean;
  /** Whether there is a file or a folder, by its path from the folder of the compose file. */
  isThere(path: string): boolean;
}

/**
 * What compose refuses of a file as it is to be written, or what does nothing in it, with the name of the service where it
 * is of one.
 */
export function contentFindings(
  file: FileContent,
  { isPartial, isThere }: FileSurroundings,
): readonly PlacelessFinding[] {
  const ofServices = (findings: (name: string, service: ServiceContent) => readonly PlacelessFinding[]) =>
    Object.entries(file.services).flatMap(([name, service]) =>
      findings(name, service).map((finding) => ({ ...finding, service: name })),
    );
  const alone = [
    ...ofServices((_, service) => [
      ...secretFindings(service.values),
      ...privilegeFindings(service),
      ...imageFindings(service, file),
      ...publicFindings(service),
      ...ownPortFindings(service),
      ...bindFindings(service, isThere),
      ...buildSourceFindings(service, isThere),
    ]),
    ...secretFindings(file.contents),
    ...sourceFindings(file.sources, isThere),
    ...nameFindings(file),
    ...versionFindings(file),
    ...circleFindings(file),
  ];
  if (isPartial) return alone;
  const whole = ofServices((name, service) => [
    ...serviceFindings(service),
    ...referenceFindings(name, file),
    ...dependencyFindings(name, file),
    ...healthFindings(name, file),
    ...sharedFindings(name, file),
    ...watchFindings(service),
    ...envFileFindings(service, isThere),
  ]);
  return [...whole, ...alone, ...unusedFindings(file)];
}

function versionFindings({ hasVersion }: FileContent): readonly PlacelessFinding[] {
  if (!hasVersion) return [];
  return [
    {
      rule: "ObsoleteVersion",
      what: "the file has a version",
      allowed: "compose passes over it, and says so at each command",
      fix: "leave it out",
    },
  ];
}
