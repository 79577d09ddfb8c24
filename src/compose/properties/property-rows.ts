import type { Rendered, RenderedMap } from "../render/render-map";
import { type AnyTable, type Row, renderTable, type Table } from "../render/render-table";
import { entriesOf, mergeEntries } from "./merge-entries";
import type { Place } from "./place";
import {
  type Group,
  group,
  type Many,
  type Merged,
  many,
  type Properties,
  type Property,
  type PropertyFor,
  type Single,
  single,
} from "./property";

/**
 * Options that are parsed straight into what stands in the file, since nobody asks for them again: for each its name
 * there, how it is parsed and, where it holds options of its own, their rows.
 */
export type PropertyRows = { readonly [option: string]: PropertyRow };
type PropertyRow = readonly [name: string, property: Property, inner?: AnyTable];

/** The rows of an interface of options: none of them may be missing. */
export type RowsOf<Options> = {
  readonly [K in keyof Required<Options>]: readonly [string, PropertyFor<NonNullable<Options[K]>>, AnyTable?];
};

/** How each of the options is parsed. */
export function propertiesOf<R extends PropertyRows>(rows: R): { readonly [K in keyof R]: R[K][1] } {
  return Object.fromEntries(Object.entries(rows).map(([option, [, property]]) => [option, property])) as never;
}

/** How what was parsed is written. */
export function tableOf<R extends PropertyRows>(rows: R): Table<Merged<{ readonly [K in keyof R]: R[K][1] }>> {
  const table = Object.entries(rows).map(([option, [name, property, inner]]): [string, Row<never>] => [
    option,
    [name, (value) => written(property, value, inner), inner],
  ]);
  return Object.fromEntries(table) as never;
}

/** A row that holds rows, each of which is given by itself. */
export function groupRow<R extends PropertyRows>(name: string, rows: R) {
  const properties = propertiesOf(rows);
  return [name, group(properties), tableOf(rows)] as readonly [string, Group<typeof properties>, AnyTable];
}

/** A row whose value is given as a whole. */
export function wholeRow<Options extends object>(
  name: string,
  rows: RowsOf<Options>,
): readonly [string, Single<Options, RenderedMap>, AnyTable] {
  return [name, single<Options, RenderedMap>(parseRows(rows)), tableOf(rows)];
}

/**
 * A row with a list of things, each given as a whole.
 *
 * @param key what tells one from another, by its name in the file; the whole thing where it is left out
 */
export function listRow<Options extends object>(
  name: string,
  rows: RowsOf<Options>,
  key?: string,
): readonly [string, Many<Options, RenderedMap>, AnyTable] {
  const keyOf = (item: RenderedMap) => JSON.stringify(key === undefined ? item : item[key]);
  return [name, many<Options, RenderedMap>(parseRows(rows), keyOf), tableOf(rows)];
}

/** Options of which one value is a whole, such as an item of a list. */
export function parseRows(rows: PropertyRows): (options: object, place: Place) => RenderedMap {
  const properties: Properties = propertiesOf(rows);
  const table = tableOf(rows) as Table<object>;
  return (options, place) => {
    const entries = entriesOf(properties, options, place);
    return renderTable(
      table,
      mergeEntries<object>(
        properties,
        entries.map((entry) => ({ entry, isDefault: false })),
      ),
    );
  };
}

function written(property: Property, value: unknown, inner: AnyTable | undefined): Rendered {
  if (property.kind === "group") return renderTable(inner as Table<object>, value as object);
  return value instanceof Map ? Object.fromEntries(value) : (value as Rendered);
}
