import type { BakeTargetOptions } from "./bake-target-options";
import type { Given, TargetModel } from "./target-entries";
import { LINES, targetProperties } from "./target-properties";

/** A bake file as data. */
export interface BakeModel {
  /** The default of each; null where it has none. */
  readonly variables: ReadonlyMap<string, string | null>;
  /** The names of what each group builds. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly targets: ReadonlyMap<string, TargetModel>;
}

type Rendered = { readonly [name: string]: unknown };

/** How each part of the file is written; a part without anything is left out. */
const parts: { readonly [K in keyof BakeModel]: readonly [name: string, render: (part: BakeModel[K]) => Rendered] } = {
  variables: ["variable", (all) => mapped([...all].map(([name, value]) => [name, { default: value }]))],
  groups: ["group", (all) => mapped([...all].map(([name, targets]) => [name, { targets }]))],
  targets: ["target", (all) => mapped([...all].map(([name, model]) => [name, target(model)]))],
};

/** The model as the object that the file holds. */
export function renderBake(model: BakeModel): Rendered {
  const rendered = (Object.keys(parts) as (keyof BakeModel)[]).map((part) => {
    const [name, render] = parts[part] as readonly [string, (value: unknown) => Rendered];
    return [name, render(model[part])] as const;
  });
  return mapped(rendered.filter(([, value]) => Object.keys(value).length > 0));
}

function target(model: TargetModel): Rendered {
  const options = Object.keys(targetProperties) as (keyof BakeTargetOptions)[];
  const given = options.flatMap((option) => {
    const value = model.get(option);
    return value === undefined ? [] : [[targetProperties[option][0], written(option, value)] as const];
  });
  return mapped(given);
}

function written(option: keyof BakeTargetOptions, value: Given): unknown {
  if (!(value instanceof Map)) return value;
  return LINES.has(option) ? [...value.values()] : mapped([...value]);
}

function mapped(entries: readonly (readonly [string, unknown])[]): Rendered {
  return Object.fromEntries(entries);
}
