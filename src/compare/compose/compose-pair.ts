import type { ComparedProject } from "../compared-project";
import { type Entry, isMap, type Yaml, type YamlMap } from "./entry";
import type { OwnServices } from "./own-services";
import type { WrittenCompose } from "./read-compose";
import { serviceEntries } from "./read-service";

/** The two compose files that are compared. */
export interface ComposePair {
  readonly yours: WrittenCompose;
  readonly generated: WrittenCompose;
  readonly own: OwnServices;
  readonly project: ComparedProject;
  /** The words that the generated image runs. */
  readonly command: readonly string[];
  /** The arguments of builds that have a meaning in the generated Dockerfile, or in what is carried over into it. */
  readonly arguments: ReadonlySet<string>;
  /** A text with the folder of the generated image in place of that of the written one. */
  readonly here: (text: string) => string;
}

/** The entries; those of the project's own services with the names and the folder that they have in the generated files. */
export function entriesOf(name: string, service: YamlMap, { own, here }: ComposePair): Entry[] {
  const { main } = own;
  const isOwn = name === main || own.others.includes(name);
  const given = isOwn ? mapped(service, here) : service;
  return serviceEntries(name, {
    ...given,
    ...(given.depends_on === undefined ? {} : { depends_on: renamedIn(given.depends_on, main) }),
  });
}

function renamedIn(value: Yaml, main: string | undefined): Yaml {
  const rename = (name: Yaml) => (name === main ? "app" : name);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [`${rename(key)}`, each]));
  return Array.isArray(value) ? value.map(rename) : value;
}

function mapped<T extends Yaml>(value: T, map: (text: string) => string): T {
  if (typeof value === "string") return map(value) as T;
  if (Array.isArray(value)) return value.map((each) => mapped(each, map)) as unknown as T;
  return isMap(value)
    ? (Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, map)])) as unknown as T)
    : value;
}

/** Whether the service is in the generated file before those that wait for it. */
export function isBefore(name: string, { yours, own }: ComposePair): boolean {
  return (yours.services.has(name) && (name === own.main || !own.others.includes(name))) || name === "app";
}
