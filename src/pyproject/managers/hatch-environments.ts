import { Mistake, shown } from "../../values/mistake";
import { type Fact, fact } from "../fact";
import { parseToml } from "../files/parse-toml";
import type { ProjectFolder } from "../files/project-folder";
import type { TomlTable } from "../files/toml-table";

/** An environment of hatch. */
export interface HatchEnvironment {
  readonly name: string;
  /** Where it stands. */
  readonly source: string;
  /** What stands below the key in its own table, or else in that of the environment from which it inherits. */
  readonly table: (key: string) => TomlTable | undefined;
  /** Is the project not installed in it? */
  readonly skipsInstall: Fact<boolean> | undefined;
}

/** Environments of hatch's own, which inherit from none; those of a tool are without the project. */
const internal = /^hatch-(?:build|check-code|check-fmt|check-types|static-analysis|test|uv)$/;
const ofTool = /^hatch-(?:build|check-code|check-fmt|static-analysis|uv)$/;

/**
 * The tables of `[tool.hatch]` by their keys; those of hatch.toml beside pyproject.toml come first.
 *
 * @see https://hatch.pypa.io/latest/intro/#project-configuration
 */
export function hatchSettings(file: TomlTable, folder: ProjectFolder): (key: string) => TomlTable | undefined {
  const text = folder.read("hatch.toml");
  const own = text === undefined ? undefined : parseToml(text, "hatch.toml");
  const shared = file.tableAt("tool", "hatch");
  return (key) => (own?.has(key) ? own : shared);
}

/**
 * The environments, `default` first, which exists in every project.
 *
 * @param settings the table that holds `envs`
 * @throws where an environment inherits from one that does not exist, or from itself by way of others
 * @see https://hatch.pypa.io/latest/config/environment/overview/#inheritance
 */
export function readHatchEnvironments(settings: TomlTable | undefined): HatchEnvironment[] {
  const envs = settings?.table("envs");
  const names = ["default", ...(envs?.keys() ?? []).filter((name) => name !== "default")];
  return names.map((name) => {
    const tables = inheritance(envs, name, []);
    const table = (key: string) => tables.find((each) => each.has(key));
    // A detached environment is without the project, whatever else it says.
    const stated = tables.map((each) => {
      const detached = each.flag("detached");
      return detached?.value === true ? detached : each.flag("skip-install");
    });
    const source = envs?.source(name) ?? name;
    const byNature = ofTool.test(name) ? fact(true, source) : undefined;
    return { name, source, table, skipsInstall: stated.find((flag) => flag !== undefined) ?? byNature };
  });
}

/** The tables that hold for an environment, its own first. */
function inheritance(envs: TomlTable | undefined, name: string, within: readonly string[]): TomlTable[] {
  const own = envs?.table(name);
  if (within.includes(name)) {
    throw new Mistake({
      where: own?.source("template") ?? name,
      what: `inherits from itself: ${[...within, name].join(" → ")}`,
      fix: "remove one of these templates",
    });
  }
  const stated = own?.text("template");
  const isAlone = own?.flag("detached")?.value === true || internal.test(name);
  const template = isAlone ? name : (stated?.value ?? "default");
  if (template === name) return own === undefined ? [] : [own];
  if (template !== "default" && !internal.test(template) && envs?.has(template) !== true) {
    throw new Mistake({
      where: stated?.source ?? name,
      what: `names the environment ${shown(template)}, which does not exist`,
      allowed: `the environments are ${(envs?.keys() ?? []).map(shown).join(", ")}`,
      fix: "name one of them, or add that environment",
    });
  }
  return [...(own === undefined ? [] : [own]), ...inheritance(envs, template, [...within, name])];
}
