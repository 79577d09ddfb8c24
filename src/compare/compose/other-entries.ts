import { Call, type Expression, member } from "../code/expression";
import { type Entry, textOf, type Yaml } from "./entry";

/** What no method stands for is set in the file as it is. */
export function otherEntries(property: string, value: Yaml, name: string): Entry[] {
  const base = { property, key: "", shown: textOf(value), meaning: JSON.stringify(value) };
  if (hasNull(value)) return [{ ...base, problem: "it has a value that is empty, which no method sets" }];
  const path = (service: string) =>
    ["services", service, ...property.split(".")].map((key) => key.replaceAll(".", "\\.")).join(".");
  const nameOf = (service: Call): string => (typeof service.args[0] === "string" ? service.args[0] : name);
  return [{ ...base, call: (service) => overrideOf(path(nameOf(service)), value as Expression) }];
}

/** Sets a value in the file itself. */
export function overrideOf(path: string, value: Expression): Call {
  return new Call(member("compose", "file"), "addOverride", [path, value]);
}

function hasNull(value: Yaml): boolean {
  return value === null || (typeof value === "object" && Object.values(value).some((each) => hasNull(each as Yaml)));
}
