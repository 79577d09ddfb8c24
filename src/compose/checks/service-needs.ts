import { type FileContent, isOpen, type ServiceContent } from "./file-content";

/** A service that another one uses, and the property that names it. */
export interface Need {
  readonly property: string;
  readonly name: string;
  readonly isRequired: boolean;
}

/** The services that have to be there before a service starts. */
export function needsToStart(service: ServiceContent): readonly Need[] {
  const { dependencies, links, volumesFrom, networkMode, ipc, pid } = service;
  return [
    ...dependencies.map((dependency) => ({ property: "dependencies", ...dependency })),
    ...links.map((link) => need("links", link.split(":")[0])),
    ...volumesFrom
      .filter((each) => !each.startsWith("container:"))
      .map((each) => need("volumesFrom", each.split(":")[0])),
    ...named("networkMode", networkMode),
    ...named("ipc", ipc),
    ...named("pid", pid),
  ].filter(({ name }) => !isOpen(name));
}

/** The services that a service needs, be it to be built. */
export function allNeeds(service: ServiceContent): readonly Need[] {
  const contexts = service.build?.additionalContexts ?? [];
  return [
    ...needsToStart(service),
    ...contexts
      .flatMap((context) => named("imageBuild.additionalContexts", context))
      .filter(({ name }) => !isOpen(name)),
  ];
}

/** How a service starts without another one of the file; undefined where it never does, or that isn't known here. */
export function startsWithout(
  service: ServiceContent,
  other: ServiceContent,
): "always" | readonly string[] | undefined {
  // What a service extends gives it profiles too.
  if (other.profiles.length === 0 || service.base !== undefined || other.base !== undefined) return undefined;
  if (service.profiles.length === 0) return "always";
  const alone = service.profiles.filter((profile) => !other.profiles.includes(profile));
  return alone.length === 0 ? undefined : alone;
}

/** The services for which a service always waits. */
export function waitsFor(name: string, { services }: FileContent): readonly string[] {
  const service = services[name];
  return needsToStart(service)
    .filter((need) => Object.hasOwn(services, need.name))
    .filter((need) => need.isRequired || startsWithout(service, services[need.name]) === undefined)
    .map((need) => need.name);
}

function need(property: string, name: string): Need {
  return { property, name, isRequired: true };
}

function named(property: string, text = ""): readonly Need[] {
  const name = /^service:(.+)$/.exec(text)?.[1];
  return name === undefined ? [] : [need(property, name)];
}
