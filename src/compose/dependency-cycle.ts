import type { ServiceModel } from "./service-properties";

/** The first circle of services that wait for each other, with its first name again at its end; undefined without one. */
export function dependencyCycle(services: ReadonlyMap<string, ServiceModel>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (name: string, above: readonly string[]): readonly string[] | undefined => {
    if (above.includes(name)) return [...above.slice(above.indexOf(name)), name];
    if (done.has(name)) return undefined;
    done.add(name);
    for (const dependency of services.get(name)?.dependencies ?? []) {
      const cycle = walk(dependency.service, [...above, name]);
      if (cycle !== undefined) return cycle;
    }
    return undefined;
  };
  for (const name of services.keys()) {
    const cycle = walk(name, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
