import type { PlacelessFinding } from "../../findings/finding";
import { shown } from "../../values/mistake";
import type { FileContent } from "./file-content";
import { findCircle } from "./find-circle";
import { waitsFor } from "./service-needs";

/** Services that wait for each other, or extend each other, in a circle. */
export function circleFindings(file: FileContent): readonly PlacelessFinding[] {
  const names = Object.keys(file.services);
  const waiting = findCircle(names, (name) => waitsFor(name, file));
  const extending = findCircle(names, (name) => extended(name, file));
  return [
    ...(waiting === undefined ? [] : [waitCycle(waiting)]),
    ...(extending === undefined ? [] : [extendsCycle(extending)]),
  ];
}

function waitCycle(circle: readonly string[]): PlacelessFinding {
  return {
    rule: "DependencyCycle",
    what: `services wait for each other: ${circle.map(shown).join(" → ")}`,
    allowed: "compose starts a service after all it depends on, links to, or has volumes, network, ipc or pid from",
    fix: "leave one of these dependencies out",
  };
}

function extendsCycle(circle: readonly string[]): PlacelessFinding {
  return {
    rule: "ExtendsCycle",
    what: `services extend each other: ${circle.map(shown).join(" → ")}`,
    allowed: "a service extends one that is whole without it",
    fix: "leave one extendsService out, or name the file in which the other service stands",
  };
}

function extended(name: string, { services }: FileContent): readonly string[] {
  const base = services[name].base;
  if (base?.service === undefined || base.file !== undefined) return [];
  return Object.hasOwn(services, base.service) ? [base.service] : [];
}
