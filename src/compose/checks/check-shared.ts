import { shown } from "../../values/mistake";
import { type FileContent, isOpen, type PortContent, type ServiceContent, scaleOf } from "./file-content";
import type { Finding } from "./finding";

/** What a service asks for on the host that another one before it in the file, which runs at the same time, has. */
export function sharedFindings(name: string, { services }: FileContent): readonly Finding[] {
  const service = services[name];
  const names = Object.keys(services);
  const before = names.slice(0, names.indexOf(name)).filter((other) => runTogether(services[other], service));
  return before.flatMap((other) => [
    ...samePorts(service, services[other]).map(({ published }) => ({
      what: `ports has ${shown(published)} of the host, and so has the service ${shown(other)}`,
      allowed: "of the two, one alone can run at a time",
      fix: "publish one of them on another port, or give them different profiles",
      // Compose takes the file, and starts either by its name.
      mayWork: true,
    })),
    ...(isKnown(service.containerName) && service.containerName === services[other].containerName
      ? [
          {
            what: `containerName is ${shown(service.containerName)}, and so is that of the service ${shown(other)}`,
            allowed: "each container has a name of its own",
            fix: "leave out one of them",
          },
        ]
      : []),
  ]);
}

function isKnown(name: string | undefined): name is string {
  return name !== undefined && !isOpen(name);
}

/** Whether nobody starts one of them without the other, as far as is known. */
function runTogether(a: ServiceContent, b: ServiceContent): boolean {
  if (scaleOf(a) === 0 || scaleOf(b) === 0) return false;
  // What a service extends gives it profiles too.
  if (a.base !== undefined || b.base !== undefined) return false;
  return a.profiles.length === 0 ? b.profiles.length === 0 : a.profiles.some((profile) => b.profiles.includes(profile));
}

function samePorts({ ports }: ServiceContent, other: ServiceContent): readonly PortContent[] {
  return ports.filter((port) => other.ports.some((each) => collide(port, each)));
}

function collide(a: PortContent, b: PortContent): boolean {
  if (a.published === undefined || isOpen(a.published)) return false;
  if (a.published !== b.published || a.protocol !== b.protocol) return false;
  return covers(a.hostIp, b.hostIp) || covers(b.hostIp, a.hostIp);
}

/** Whether what is published on an address is so on another one. */
function covers(address: string | undefined, other: string | undefined): boolean {
  if (address === undefined || address === other) return true;
  if (other === undefined || isOpen(other)) return false;
  return address === (other.includes(":") ? "::" : "0.0.0.0");
}
