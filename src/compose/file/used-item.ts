import { shown } from "../../values/mistake";
import type { Place } from "../properties/place";
import { type Many, many } from "../properties/property";
import { parseRows, type RowsOf, tableOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import type { AnyTable } from "../render/render-table";
import type { Json } from "../render/yaml-text";

/** What a service uses, by its name, and how. */
export interface NamedUse {
  readonly name: string;
  readonly use: RenderedMap;
}

/** Checks that what a service uses is of its own file, where it is known by its name. */
export function checkFile(kind: string, used: { readonly name: string; readonly _file: object }, place: Place): string {
  if (used._file === place.file) return used.name;
  throw place.mistake({
    what: `the ${kind} ${shown(used.name)} belongs to another compose file`,
    allowed: `a service uses each ${kind} of its own file`,
    fix: `add the ${kind} to this file`,
  });
}

/** The row of things that a service uses, by their names alone where nothing else is said of them. */
export function usesRow<Options extends object>(
  name: string,
  rows: RowsOf<Options>,
): readonly [string, Many<Options, Json>, AnyTable] {
  const parse = parseRows(rows);
  const use = (options: Options, place: Place): Json => {
    const parsed = parse(options, place);
    return Object.keys(parsed).join() === "source" ? parsed.source : parsed;
  };
  const key = (used: Json) => (typeof used === "string" ? used : String((used as RenderedMap).source));
  return [name, many(use, key), tableOf(rows)];
}
