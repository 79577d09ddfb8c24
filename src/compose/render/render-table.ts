import type { Rendered, RenderedMap } from "./render-map";

/** The name of a property in the file, its rendering and, where it holds properties of its own, their table. */
export type Row<Value> = readonly [name: string, render: (value: Value) => Rendered, inner?: AnyTable];

/** The rows of all properties; the file has them in this order. */
export type Table<Model> = { readonly [K in keyof Required<Model>]: Row<NonNullable<Model[K]>> };

/** A table, whatever it renders. */
export type AnyTable = { readonly [property: string]: Row<never> };

/** The name of the row whose map is written among the other properties. */
export const EXTENSIONS = "x-*";

/** The model's properties as the file has them; one that is missing, or renders as undefined, is left out. */
export function renderTable<Model extends object>(table: Table<Model>, model: Model): RenderedMap {
  const rendered: RenderedMap = {};
  for (const property of Object.keys(table) as (keyof Model)[]) {
    const [name, render] = table[property];
    const value = model[property];
    const result = value === undefined ? undefined : render(value as NonNullable<Model[keyof Model]>);
    if (name === EXTENSIONS) Object.assign(rendered, result);
    else if (result !== undefined) rendered[name] = result;
  }
  return rendered;
}
