import type { Rendered, RenderedMap } from "./render-map";

/** The name of each property in the file, and its rendering; the file has them in this order. */
export type Table<Model> = {
  readonly [K in keyof Required<Model>]: readonly [name: string, render: (value: NonNullable<Model[K]>) => Rendered];
};

/** The model's properties as the file has them; one that is missing, or renders as undefined, is left out. */
export function renderTable<Model extends object>(table: Table<Model>, model: Model): RenderedMap {
  const rendered: RenderedMap = {};
  for (const property of Object.keys(table) as (keyof Model)[]) {
    const [name, render] = table[property];
    const value = model[property];
    const result = value === undefined ? undefined : render(value as NonNullable<Model[keyof Model]>);
    if (result !== undefined) rendered[name] = result;
  }
  return rendered;
}
