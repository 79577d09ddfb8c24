import { shown } from "../../values/mistake";
import { mapOf, same } from "../render/render-map";
import { EXTENSIONS, type Row } from "../render/render-table";
import type { Json } from "../render/yaml-text";
import { parseKey } from "./names";
import type { Place } from "./place";
import { anyJson } from "./plain-properties";
import { named } from "./property";

/** Options that may hold extensions: what compose passes over, for other tools or to be read again. */
export interface ComposeExtensible {
  /**
   * Extensions by name, which starts with `x-`; the values are of any shape.
   *
   * @default - none
   * @see https://github.com/compose-spec/compose-spec/blob/main/11-extension.md
   */
  // biome-ignore lint/suspicious/noExplicitAny: compose allows any shape, and jsii knows no unknown
  readonly extensions?: { [name: string]: any };
}

/** The row of all options that may hold extensions. */
export const extensible = {
  extensions: [EXTENSIONS, named((value: unknown, place, name) => parseExtension(name, value, place))],
} as const;

export function parseExtension(name: string, value: unknown, place: Place): Json {
  if (/^x-./s.test(parseKey(name, place))) return anyJson(value, place);
  throw place.mistake({
    what: `${shown(name)} is no name of an extension`,
    allowed: "the name starts with x-",
    fix: `use ${shown(`x-${name}`)}`,
  });
}

/** The same for options whose parsed form other parts ask for. */
export const extensionsRow: Row<ReadonlyMap<string, Json>> = [EXTENSIONS, (given) => mapOf(given, same)];

export function parseExtensions(
  given: { readonly [name: string]: unknown } | undefined,
  place: Place,
): ReadonlyMap<string, Json> | undefined {
  return given && new Map(Object.entries(given).map(([name, value]) => [name, parseExtension(name, value, place)]));
}
