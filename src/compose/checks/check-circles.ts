import { shown } from "../../values/mistake";
import type { FileContent } from "./file-content";
import { findCircle } from "./find-circle";
import type { Finding } from "./finding";
import { waitsFor } from "./service-needs";

/** Services that wait for each other, or extend each other, in a circle. */
export function circleFindings(file: FileContent): readonly Finding[] {
  const names = Object.keys(file.services);
  const waiting = findCircle(names, (name) => waitsFor(name, file));
  const extending = findCircle(names, (name) => extended(name, file));
  return [
    ...(waiting === undefined
      ? []
      : [
          {
            what: `services wait for each other: ${waiting.map(shown).join(" → ")}`,
            allowed:
              "compose starts a service after all it depends on, links to, or has volumes, network, ipc or pid from",
            fix: "leave one of these dependencies out",
          },
        ]),
    ...(extending === undefined
      ? []
      : [
          {
            what: `services extend each other: ${extending.map(shown).join(" → ")}`,
            allowed: "a service extends one that is whole without it",
            fix: "leave one extendsService out, or name the file in which the other service stands",
          },
        ]),
  ];
}

function extended(name: string, { services }: FileContent): readonly string[] {
  const base = services[name].base;
  if (base?.service === undefined || base.file !== undefined) return [];
  return Object.hasOwn(services, base.service) ? [base.service] : [];
}
