import type { Call, Expression } from "../code/expression";

/** A value in YAML. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | YamlMap;
/** A map in YAML. */
export interface YamlMap {
  readonly [key: string]: Yaml;
}

/** Options of a service. */
export type Options = { readonly [option: string]: Expression };

/** One thing that a service says: a variable, a port, its command. */
export interface Entry {
  /** The property, as compose names it. */
  readonly property: string;
  /** What it stands for among others of the property; empty where there is one alone. */
  readonly key: string;
  /** As people read it. */
  readonly shown: string;
  /** What is the same where two entries mean the same. */
  readonly meaning: string;
  /** The options that give a service the same. */
  readonly options?: Options;
  /** The call that gives it to a service, where there is a better one than `configure`. */
  readonly call?: (service: Call) => Call;
  /** What is worth knowing of it. */
  readonly note?: string;
  /** Why there is no way to give it to a service. */
  readonly problem?: string;
}

/** A value as one text. */
export function textOf(value: Yaml | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A map, whether it is written as one or as a list of `name=value`; null for a name without a value. */
export function mapOf(value: Yaml, separator: RegExp = /=/): readonly (readonly [string, Yaml])[] {
  if (isMap(value)) return Object.entries(value);
  return listOf(value).map((each) => {
    const text = textOf(each);
    const at = text.search(separator);
    return at < 0 ? ([text, null] as const) : ([text.slice(0, at).trim(), text.slice(at + 1)] as const);
  });
}

/** A list, also where one value stands for it. */
export function listOf(value: Yaml): readonly Yaml[] {
  if (value === null) return [];
  return isList(value) ? value : [value];
}

export function isMap(value: Yaml | undefined): value is YamlMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}
