import { type Fact, fact } from "../fact";
import { isTable, type TomlTable } from "../files/toml-table";
import { moduleFiles } from "./build-paths";

/**
 * The files of the methods that a project brings itself, for any step of versioningit.
 *
 * @param settings its table: `[tool.versioningit]`, or `[tool.hatch.version]`
 * @see https://versioningit.readthedocs.io/en/stable/configuration.html#specifying-the-method
 */
export function versioningitFiles(settings: TomlTable | undefined): Fact<string>[] {
  const steps = settings?.keys().filter((key) => isTable(settings.value(key))) ?? [];
  return steps.flatMap((step) => {
    const table = settings?.table(step);
    const method = isTable(table?.value("method")) ? table?.table("method") : undefined;
    const module = method?.text("module");
    const folder = method?.text("module-dir")?.value ?? "";
    return module === undefined ? [] : moduleFiles(module.value, folder).map((path) => fact(path, module.source));
  });
}
