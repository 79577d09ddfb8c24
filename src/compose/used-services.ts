import type { ComposeService } from "./compose-service";
import type { ServiceModel } from "./service/service-properties";

/** The services by name, without those that are left out because nothing uses them. */
export function usedServices(services: readonly ComposeService[]): ReadonlyMap<string, ServiceModel> {
  const models = new Map(services.map((service) => [service.name, service._model()]));
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    for (const service of Object.keys(models.get(name)?.dependencies ?? {})) use(service);
  };
  for (const service of services) {
    if (service._isGiven || !models.get(service.name)?.omitIfUnused) use(service.name);
  }
  return new Map([...models].filter(([name]) => used.has(name)));
}
