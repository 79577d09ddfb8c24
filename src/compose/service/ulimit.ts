import { shown } from "../../values/mistake";
import { type ComposeExtensible, extensible } from "../properties/extensions";
import type { Place } from "../properties/place";
import { type Named, named, single } from "../properties/property";
import { parseRows, type RowsOf, tableOf } from "../properties/property-rows";
import type { RenderedMap } from "../render/render-map";
import type { AnyTable } from "../render/render-table";

/** A limit of what a process may use; -1 is none. */
export interface ComposeUlimit extends ComposeExtensible {
  /** The limit that counts, which the process can raise up to the hard one. */
  readonly soft: number;
  /**
   * The limit that only root raises.
   *
   * @default - the soft one
   */
  readonly hard?: number;
}

const limit = single((value: number, place: Place) => {
  if (Number.isSafeInteger(value) && value >= -1) return value;
  throw place.mistake({
    what: `${shown(value)} is no limit`,
    allowed: "a limit is a whole number, or -1 for none",
    fix: "give such a number",
  });
});

const rows = {
  soft: ["soft", limit],
  hard: ["hard", limit],
  ...extensible,
} satisfies RowsOf<ComposeUlimit>;

const parse = parseRows(rows);

/** The row of limits by their names, such as `nofile`. */
export const ulimitsRow: readonly [string, Named<ComposeUlimit, RenderedMap>, AnyTable] = [
  "ulimits",
  named((value, place) => parse({ ...value, hard: value.hard ?? value.soft }, place)),
  tableOf(rows),
];
