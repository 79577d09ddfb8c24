import { type AnyMap, mapIn, textIn } from "./any-shape";
import type { LimitContent } from "./file-content";

/** Properties of a service that its `deploy.resources` has too. */
const TWINS = [
  ["pids_limit", "limits", "pids"],
  ["mem_limit", "limits", "memory"],
  ["mem_reservation", "reservations", "memory"],
  ["cpus", "limits", "cpus"],
] as const;

const UNITS = ["", "k", "m", "g", "t", "p"];

/** The limits of a service, each as it gives them itself and by `deploy`. */
export function readLimits(service: AnyMap): readonly LimitContent[] {
  const resources = mapIn(mapIn(service.deploy).resources);
  return TWINS.map(([property, group, name]) => ({
    property,
    value: amountIn(service[property]),
    deployProperty: `deploy.resources.${group}.${name}`,
    deployValue: amountIn(mapIn(resources[group])[name]),
  }));
}

/** A number, or one of bytes with its unit; undefined where it is known only where compose runs. */
function amountIn(value: unknown): number | undefined {
  const [, digits, unit = ""] = /^([\d.]+) ?([kmgtp]?)i?b?$/i.exec(textIn(value) ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits) * 1024 ** UNITS.indexOf(unit.toLowerCase());
}
