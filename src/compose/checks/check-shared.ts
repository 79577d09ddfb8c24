import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { sharedPortFindings } from "./check-ports";
import { type FileContent, isOpen, type ServiceContent, scaleOf } from "./file-content";

/** What a service asks for on the host that another one before it in the file, which runs at the same time, has. */
export function sharedFindings(name: string, { services }: FileContent): readonly PlacelessFinding[] {
  const service = services[name];
  const names = Object.keys(services);
  const before = names.slice(0, names.indexOf(name)).filter((other) => runTogether(services[other], service));
  const others = new Map(before.map((other) => [`the service ${shown(other)}`, services[other]]));
  return [
    ...sharedPortFindings(service, others),
    ...[...others].flatMap(([other, content]) => sharedNameFindings(service, content, other)),
  ];
}

/**
 * That both services name their container alike.
 *
 * @param other the service that has the name, in words
 */
export function sharedNameFindings(
  { containerName: name }: ServiceContent,
  { containerName }: ServiceContent,
  other: string,
): readonly PlacelessFinding[] {
  if (!isKnown(name) || name !== containerName) return [];
  return [
    {
      rule: "DuplicateContainerName",
      what: `containerName is ${shown(name)}, and so is that of ${other}`,
      allowed: "each container has a name of its own",
      fix: "leave out one of them",
    },
  ];
}

function isKnown(name: string | undefined): name is string {
  return name !== undefined && !isOpen(name);
}

/** Whether nobody starts one of them without the other, as far as is known. */
export function runTogether(a: ServiceContent, b: ServiceContent): boolean {
  if (scaleOf(a) === 0 || scaleOf(b) === 0) return false;
  // What a service extends gives it profiles too.
  if (a.base !== undefined || b.base !== undefined) return false;
  return a.profiles.length === 0 ? b.profiles.length === 0 : a.profiles.some((profile) => b.profiles.includes(profile));
}
