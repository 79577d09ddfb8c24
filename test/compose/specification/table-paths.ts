import type { AnyTable } from "../../../src/compose/render/render-table";

/** A property of the file, and the option that gives it. */
export interface TypedProperty {
  readonly path: string;
  readonly option: string;
}

/** All properties that the tables of the renderer write. */
export function tablePaths(
  table: AnyTable,
  above: readonly string[] = [],
  options: readonly string[] = [],
): TypedProperty[] {
  return Object.entries(table).flatMap(([option, [name, , inner]]) => {
    // Of the module alone: nothing in the file.
    if (name === "") return [];
    const [path, way] = [
      [...above, name],
      [...options, option],
    ];
    return [
      { path: path.join("."), option: way.join(".") },
      ...(inner === undefined ? [] : tablePaths(inner, path, way)),
    ];
  });
}
