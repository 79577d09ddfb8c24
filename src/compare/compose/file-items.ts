import { type Call, call, type Expression } from "../code/expression";
import type { Difference } from "../difference";
import { textExpression } from "./compose-text";
import { isMap, mapOf, textOf, type Yaml, type YamlMap } from "./entry";
import { overrideOf } from "./other-entries";
import type { WrittenCompose } from "./read-compose";

/** What a method stands for: volumes, networks and secrets. */
const methods: Readonly<Record<string, string>> = {
  volumes: "addVolume",
  networks: "addNetwork",
  secrets: "addSecret",
};

/** What a compose file has beside its services. */
export function compareItems(yours: WrittenCompose, generated: WrittenCompose): Difference[] {
  return Object.entries(yours.content).flatMap(([kind, items]): Difference[] => {
    if (kind === "services" || kind === "version" || kind.startsWith("x-")) return [];
    if (Object.hasOwn(methods, kind)) return isMap(items) ? compareKind(kind, items, yours, generated) : [];
    if (JSON.stringify(items) === JSON.stringify(generated.content[kind])) return [];
    const shown = { topic: kind, line: yours.lineOf(kind), yours: textOf(items) };
    if (items === null) return [];
    if (kind === "include")
      return [{ ...shown, way: { kind: "none", why: "compare the files that it names by --compose" } }];
    return [{ ...shown, way: { kind: "carry", calls: [overrideOf(kind, items as Expression)] } }];
  });
}

function compareKind(kind: string, items: YamlMap, yours: WrittenCompose, generated: WrittenCompose): Difference[] {
  const there = isMap(generated.content[kind]) ? (generated.content[kind] as YamlMap) : {};
  return Object.entries(items).flatMap(([name, given]): Difference[] => {
    if (kind === "networks" && name === "default" && given === null) return [];
    if (name in there && plain(there[name]) === plain(given)) return [];
    const shown = {
      topic: `${kind.slice(0, -1)} ${name}`,
      line: yours.lineOf(kind, name),
      yours: isMap(given) && Object.keys(given).length > 0 ? JSON.stringify(given) : name,
      generated: name in there ? JSON.stringify(there[name]) : undefined,
    };
    return [{ ...shown, way: { kind: "carry", calls: [addition(kind, name, isMap(given) ? given : {})] } }];
  });
}

function plain(value: Yaml): string {
  return JSON.stringify(isMap(value) ? Object.fromEntries(Object.entries(value).sort()) : {});
}

const options: Readonly<Record<string, string>> = {
  name: "customName",
  external: "external",
  driver: "driver",
  driver_opts: "driverOptions",
  labels: "labels",
  internal: "internal",
  attachable: "attachable",
  file: "file",
  environment: "environment",
};

function addition(kind: string, name: string, given: YamlMap): Call {
  const known = Object.entries(given).filter(([property]) => Object.hasOwn(options, property));
  if (known.length < Object.keys(given).length)
    return overrideOf(`${kind}.${name.replaceAll(".", "\\.")}`, given as Expression);
  const entries = known.flatMap(([property, value]): (readonly [string, Expression])[] => {
    const option = options[property];
    if (property === "external") return value === false ? [] : [[option, true]];
    if (property === "driver_opts" || property === "labels") {
      return [[option, Object.fromEntries(mapOf(value).map(([key, each]) => [key, textExpression(textOf(each))]))]];
    }
    if (typeof value === "boolean") return [[option, value]];
    return [[option, kind === "secrets" && property === "environment" ? textOf(value) : textExpression(textOf(value))]];
  });
  return call("compose", methods[kind], name, ...(entries.length === 0 ? [] : [Object.fromEntries(entries)]));
}
