import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import { isOpen, type PortContent, type ServiceContent, scaleOf } from "./file-content";

/** Ports of the host that a service asks for more than once. */
export function ownPortFindings(service: ServiceContent): readonly PlacelessFinding[] {
  const { ports } = service;
  const twice = ports.find((port, index) =>
    ports.slice(0, index).some((each) => each.target !== port.target && collide(each, port)),
  );
  if (twice !== undefined)
    return [portFinding(twice, "twice", "publish the two ports of the container on two of the host")];
  const fixed = scaleOf(service) > 1 ? ports.find((port) => hostPorts(port)?.isFixed) : undefined;
  if (fixed === undefined) return [];
  return [
    portFinding(fixed, `for ${scaleOf(service)} containers`, "publish a range, such as 8000-8010, or leave out scale"),
  ];
}

/**
 * Ports of the host for which other services ask too, if they run at the same time: one finding for each.
 *
 * @param others the other services by their names in words
 */
export function sharedPortFindings(
  { ports }: ServiceContent,
  others: ReadonlyMap<string, ServiceContent>,
): readonly PlacelessFinding[] {
  return ports.flatMap((port) => {
    const having = [...others].filter(([, other]) => other.ports.some((each) => collide(port, each)));
    if (having.length === 0) return [];
    const also = `and so ${having.length === 1 ? "has" : "have"} ${having.map(([name]) => name).join(" and ")}`;
    return [portFinding(port, also, "publish each on another port, or give them different profiles")];
  });
}

function portFinding({ published }: PortContent, also: string, fix: string): PlacelessFinding {
  return {
    rule: "DuplicateHostPort",
    what: `ports has ${shown(published)} of the host${also.startsWith("and") ? "," : ""} ${also}`,
    allowed: "a port of the host belongs to one container at a time",
    fix,
  };
}

function collide(a: PortContent, b: PortContent): boolean {
  const [ofA, ofB] = [hostPorts(a), hostPorts(b)];
  if (!ofA?.isFixed || !ofB?.isFixed || a.protocol !== b.protocol) return false;
  if (ofA.last < ofB.first || ofB.last < ofA.first) return false;
  return covers(a.hostIp, b.hostIp) || covers(b.hostIp, a.hostIp);
}

/** The ports of the host; of a range for one port of the container the engine takes one that is free. */
function hostPorts({
  published = "",
  target = "",
}: PortContent): (PortRange & { readonly isFixed: boolean }) | undefined {
  const ports = rangeIn(published);
  return ports === undefined ? undefined : { ...ports, isFixed: ports.first === ports.last || /-/.test(target) };
}

interface PortRange {
  readonly first: number;
  readonly last: number;
}

function rangeIn(text: string): PortRange | undefined {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  return first === undefined ? undefined : { first: Number(first), last: Number(last) };
}

/** Whether what is published on an address is so on another one. */
function covers(address: string | undefined, other: string | undefined): boolean {
  if (address === undefined || address === other) return true;
  if (other === undefined || isOpen(other)) return false;
  return address === (other.includes(":") ? "::" : "0.0.0.0");
}
