import { parseToml } from "../files/parse-toml";
import type { TomlTable } from "../files/toml-table";
import type { BackendContext } from "./build-backend";

/**
 * A table of hatchling: in hatch.toml, where a top-level table takes the place of the one in pyproject.toml, or below
 * `[tool.hatch]`.
 *
 * @see https://hatch.pypa.io/latest/intro/#configuration
 */
export function hatchTable({ file, folder }: BackendContext, ...keys: [string, ...string[]]): TomlTable | undefined {
  const text = folder.read("hatch.toml");
  const own = text === undefined ? undefined : parseToml(text, "hatch.toml");
  return own?.has(keys[0]) ? own.tableAt(...keys) : file.tableAt("tool", "hatch", ...keys);
}

/** The table of builds that has the key: that of wheels, or else the one for all targets. */
export function buildTable(context: BackendContext, key: string): TomlTable | undefined {
  const wheel = hatchTable(context, "build", "targets", "wheel");
  return wheel?.has(key) ? wheel : hatchTable(context, "build");
}

/** The hooks of builds that are on, by their names. */
export function buildHooks(context: BackendContext): ReadonlyMap<string, TomlTable> {
  const tables = [hatchTable(context, "build", "hooks"), hatchTable(context, "build", "targets", "wheel", "hooks")];
  const hooks = tables.flatMap((table) =>
    (table?.keys() ?? []).flatMap((name) => {
      const hook = table?.table(name);
      return hook === undefined ? [] : [[name, hook] as const];
    }),
  );
  return new Map(hooks.filter(([, hook]) => hook.flag("enable-by-default")?.value !== false));
}
