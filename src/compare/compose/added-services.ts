import { call } from "../code/expression";
import type { Difference } from "../difference";
import { BUILDING, compareEntries, isSource, topicOf } from "./compare-entries";
import { type ComposePair, entriesOf, isBefore } from "./compose-pair";
import { type Entry, isMap, type Options, textOf } from "./entry";
import { buildOf } from "./own-services";
import { isForProject } from "./taken-names";

/** A database, a proxy: a service of which the project's files say nothing. */
export function foreignService(name: string, pair: ComposePair): Difference[] {
  const { yours, generated } = pair;
  if (generated.services.has(name) && !isForProject(name, pair))
    return compareEntries(name, name, call("compose", "findService", name), pair);
  const service = yours.services.get(name) ?? {};
  const entries = entriesOf(name, service, pair);
  const line = yours.lineOf("services", name);
  const shown = {
    topic: `service ${name}`,
    line,
    yours:
      textOf(service.image) ||
      `built from ${textOf(isMap(service.build) ? (service.build.context ?? ".") : service.build)}`,
  };
  const possible = entries.filter(({ problem }) => problem === undefined);
  const options = possible.reduce<Options>((sum, each) => merged(sum, each.options ?? {}), {});
  const added = call("compose", "addService", name, options);
  const found = call("compose", "findService", name);
  const more = possible
    .filter((each) => each.options === undefined && each.property !== "depends_on")
    .flatMap((each) => each.call?.(found) ?? []);
  const waits = possible
    .filter(({ property, key }) => property === "depends_on" && isBefore(key, pair))
    .flatMap((each) => each.call?.(found) ?? []);
  const left = entries.filter(({ problem }) => problem !== undefined).map((each) => problemOf(name, each, pair));
  return [
    { ...shown, way: { kind: "carry", calls: [added, ...more, ...waits], note: noteOf(possible) } },
    ...left.filter((each) => each !== undefined),
  ];
}

function problemOf(name: string, entry: Entry, { yours }: ComposePair): Difference | undefined {
  if (entry.property === "networks") return undefined;
  return {
    topic: topicOf(name, entry),
    line: yours.lineOf("services", name, entry.property),
    yours: entry.shown,
    way: { kind: "none", why: entry.problem ?? "" },
  };
}

/** A worker, a migration, a shell for development. */
export function ownService(name: string, pair: ComposePair): Difference[] {
  const { yours, generated } = pair;
  const service = yours.services.get(name) ?? {};
  if ((generated.services.has(name) || isForProject(name, pair)) && name !== "app")
    return compareEntries(name, name, call("compose", "findService", name), pair);
  const line = yours.lineOf("services", name);
  const entries = entriesOf(name, service, pair);
  const command = entries.find(({ property }) => property === "command" || property === "entrypoint");
  const words = (command?.options?.command ?? command?.options?.entrypoint) as readonly string[] | undefined;
  const shown = { topic: `service ${name}`, line, yours: command?.shown ?? "the same image" };
  const { target } = buildOf(service);
  const mainTarget = buildOf(yours.services.get(pair.own.main ?? "") ?? {}).target;
  if (target !== undefined && mainTarget !== undefined && target !== mainTarget) {
    const why = `it is built from the stage ${target}, and app has the stage app; the services dev, test and debug, and the dev container, are for development`;
    return [{ ...shown, way: { kind: "nothing", why } }];
  }
  if (words === undefined || words.length === 0) {
    return [
      {
        ...shown,
        way: {
          kind: "nothing",
          why: "it runs what app runs, or a stage for development, for which the service dev and the dev container are there",
        },
      },
    ];
  }
  if (words.some((word) => typeof word !== "string")) {
    return [
      { ...shown, way: { kind: "none", why: "addCommand takes words without variables: write what they stand for" } },
    ];
  }
  // A profile alone may also choose among services that stay.
  const isOneOff = service.profiles !== undefined && /^(?:no|false|)$/.test(textOf(service.restart));
  const add = call("container", "addCommand", name, words, ...(isOneOff ? [{ oneOff: true }] : []));
  const found = call("compose", "findService", name);
  const rest = entries.filter(
    (each) =>
      each !== command &&
      each.problem === undefined &&
      !/^(?:image$|build)/.test(each.property) &&
      !BUILDING.test(each.property) &&
      !isSource(each, pair),
  );
  const kept = rest.filter(
    ({ property, key }) =>
      !(property === "profiles" && key === name && isOneOff) && !(property === "depends_on" && !isBefore(key, pair)),
  );
  const options = kept
    .filter(({ call: own }) => own === undefined)
    .reduce<Options>((sum, each) => merged(sum, each.options ?? {}), {});
  const calls = [
    ...(Object.keys(options).length === 0 ? [] : [found.calling("configure", options)]),
    ...kept.flatMap((each) => each.call?.(found) ?? []),
  ];
  const left = entries
    .filter((each) => each.problem !== undefined && !BUILDING.test(each.property) && !isSource(each, pair))
    .flatMap((each) => problemOf(name, each, pair) ?? []);
  return [{ ...shown, way: { kind: "carry", calls: [add, ...calls], note: noteOf(kept) } }, ...left];
}

function noteOf(entries: readonly Entry[]): string | undefined {
  return entries.find(({ note }) => note !== undefined)?.note;
}

function merged(one: Options, other: Options): Options {
  const result: Record<string, Options[string]> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = result[key];
    if (Array.isArray(before) && Array.isArray(value)) result[key] = [...before, ...value];
    else if (isPlain(before) && isPlain(value)) result[key] = merged(before, value);
    else result[key] = value;
  }
  return result;
}

function isPlain(value: unknown): value is Options {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
