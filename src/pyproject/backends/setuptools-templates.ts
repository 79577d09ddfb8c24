import type { Fact } from "../fact";
import type { TomlTable } from "../files/toml-table";
import type { FoundExtra } from "./setup-extras";
import { type FoundRequirements, noRequirements } from "./setup-requirements";
import { templateRequirements } from "./template-requirements";

/**
 * The dependencies and the extras of the plugin setuptools-dynamic-dependencies, which fills in the version.
 *
 * @see https://github.com/beeware/setuptools_dynamic_dependencies#usage
 */
export function templateDependencies(file: TomlTable): {
  readonly main?: FoundRequirements;
  readonly extras?: FoundExtra[];
} {
  const table = file.tableAt("tool", "setuptools_dynamic_dependencies");
  const found = (listed: Fact<string[]> | undefined) => ({
    ...noRequirements,
    requirements: templateRequirements(listed),
  });
  const optional = table?.table("optional-dependencies");
  return {
    main: table?.has("dependencies") ? found(table.texts("dependencies")) : undefined,
    extras: optional?.keys().map((name) => {
      return { name, source: optional.source(name), found: found(optional.texts(name)) };
    }),
  };
}
