import type { ComposeValue } from "../compose-value";
import type { Json } from "./yaml-text";

/** What a rendering may give; undefined is left out of the file. */
export type Rendered = Json | undefined;
export type RenderedMap = { [key: string]: Json };

export function text(value: ComposeValue): string {
  return value.toJSON();
}

export function texts(values: readonly ComposeValue[]): Json {
  return values.map(text);
}

export function mapOf<T>(items: ReadonlyMap<string, T>, render: (item: T) => Json): RenderedMap {
  return Object.fromEntries([...items].map(([name, item]) => [name, render(item)]));
}

export function textMap(values: ReadonlyMap<string, ComposeValue>): Json {
  return mapOf(values, text);
}

export function same<T extends Json>(value: T): T {
  return value;
}

/** A renderer that leaves out what is empty. */
export function unlessEmpty<T extends ReadonlyMap<string, unknown> | readonly unknown[]>(
  render: (value: T) => Rendered,
): (value: T) => Rendered {
  return (value) => (("size" in value ? value.size : value.length) === 0 ? undefined : render(value));
}
