interface Schema {
  readonly $ref?: string;
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly patternProperties?: { readonly [pattern: string]: Schema };
  readonly definitions?: { readonly [name: string]: Schema };
}

/** The paths of all properties that a schema has; names that people give and places in lists are no part of them. */
export function schemaPaths(root: Schema): string[] {
  const paths = new Set<string>();
  const walk = (schema: Schema, above: readonly string[]): void => {
    if (schema.$ref !== undefined) walk(root.definitions?.[schema.$ref.split("/").pop() as string] ?? {}, above);
    for (const each of schema.oneOf ?? []) walk(each, above);
    if (schema.items !== undefined) walk(schema.items, above);
    for (const [pattern, each] of Object.entries(schema.patternProperties ?? {})) {
      if (pattern === "^x-") paths.add([...above, "x-*"].join("."));
      else walk(each, above);
    }
    for (const [name, each] of Object.entries(schema.properties ?? {})) {
      paths.add([...above, name].join("."));
      walk(each, [...above, name]);
    }
  };
  walk(root, []);
  return [...paths].sort();
}
