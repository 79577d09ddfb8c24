import { Mistake, shown } from "../values/mistake";
import type { HostRequirements } from "./host-requirements";

/** @throws where a number or a size is not valid */
export function checkHostRequirements(requirements: HostRequirements, where: string): void {
  const { cpus, memory, storage } = requirements;
  if (cpus !== undefined && !(Number.isInteger(cpus) && cpus >= 1)) {
    throw new Mistake({
      where,
      what: `hostRequirements.cpus is ${shown(cpus)}`,
      allowed: "it is a whole number from 1 on",
      fix: "give such a number",
    });
  }
  for (const [name, size] of Object.entries({ memory, storage })) {
    if (size === undefined || /^\d+([tgmk]b)?$/.test(size)) continue;
    throw new Mistake({
      where,
      what: `hostRequirements.${name} is ${shown(size)}`,
      allowed: "a size is a whole number with tb, gb, mb or kb in lower case",
      fix: 'write one like "8gb"',
    });
  }
}
