import { DEVELOPMENT_SERVICES } from "../../python/python-names";
import type { Difference } from "../difference";
import type { ComposePair } from "./compose-pair";
import { buildOf } from "./own-services";

/** The services beside app that every project has, by names that others may have too. */
const GENERATED: readonly string[] = ["builder", ...DEVELOPMENT_SERVICES];

/** Whether the generated service of that name is for something of the project's own, in the file or left out of it. */
export function isForProject(name: string, { generated }: ComposePair): boolean {
  if (!GENERATED.includes(name)) return false;
  const service = generated.services.get(name);
  return service === undefined || buildOf(service).target !== undefined;
}

/** The generated services get other names where the written file has something else by theirs. */
export function takenNames(pair: ComposePair): Difference[] {
  const { yours, own } = pair;
  const isForeign = (name: string) => name !== own.main && !own.others.includes(name);
  const taken = [...yours.services.keys()].filter((name) => isForeign(name) && isForProject(name, pair));
  if (taken.length === 0) return [];
  const serviceNames = Object.fromEntries(taken.map((name) => [name, freeName(`app-${name}`, pair)]));
  return [
    {
      topic: "service names",
      line: yours.lineOf("services", taken[0]),
      yours: taken.join(", "),
      generated: "services for the project by these names",
      way: { kind: "carry", options: { serviceNames } },
    },
  ];
}

function freeName(name: string, pair: ComposePair): string {
  return pair.yours.services.has(name) ? freeName(`${name}-2`, pair) : name;
}
