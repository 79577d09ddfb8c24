import { posix } from "node:path";
import { defaultText } from "./compose-text";
import { isMap, mapOf, textOf, type YamlMap } from "./entry";

/** Names that people give to the service of their application. */
const MAIN = /^(?:app|web|api|backend|server|service|django|fastapi|flask|site|website|bot)$/;

/** The services of a compose file that run the project itself. */
export interface OwnServices {
  /** The one that stands for the generated service app. */
  readonly main?: string;
  /** Those that run another command, or another stage. */
  readonly others: readonly string[];
}

/**
 * The services that are built from the project's folder, and those that use their image.
 *
 * @param composePath the file, from the project's folder
 * @param projectName distinguishes the main service too
 */
export function ownServices(
  services: ReadonlyMap<string, YamlMap>,
  composePath: string,
  projectName: string,
): OwnServices {
  const folder = posix.dirname(composePath);
  const built = [...services].filter(([, service]) => isBuiltHere(service, folder)).map(([name]) => name);
  const images = new Set(built.map((name) => textOf(services.get(name)?.image)).filter((image) => image !== ""));
  const same = [...services]
    .filter(([name, { image }]) => !built.includes(name) && images.has(textOf(image)))
    .map(([name]) => name);
  const own = [...built, ...same];
  const has = (name: string, property: string) => services.get(name)?.[property] !== undefined;
  const ranked = [...own].sort((one, other) => rank(other) - rank(one));
  function rank(name: string): number {
    const isNamed = MAIN.test(name) || name === projectName;
    return (
      (name === "app" ? 8 : 0) +
      (isNamed ? 4 : 0) +
      (has(name, "ports") ? 2 : 0) +
      (has(name, "command") ? 0 : 1) -
      (has(name, "profiles") ? 3 : 0) -
      (has(name, "scale") ? 8 : 0)
    );
  }
  return { main: ranked[0], others: own.filter((name) => name !== ranked[0]) };
}

function isBuiltHere({ build }: YamlMap, folder: string): boolean {
  if (build === undefined || build === null) return false;
  const context = defaultText(textOf(isMap(build) ? (build.context ?? ".") : build)).replace(/^\/+(?=$)/, ".");
  return (
    /^(?:\.|\.\/|)$/.test(context) || posix.normalize(posix.join(folder, context)).replace(/(?<=.)\/$/, "") === "."
  );
}

/** The stage and the Dockerfile that a service builds, as far as it says so. */
export function buildOf({ build }: YamlMap): { readonly target?: string; readonly dockerfile?: string } {
  if (!isMap(build)) return {};
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? defaultText(value) : undefined);
  return { target: text(build.target), dockerfile: text(build.dockerfile) };
}

/** The names of the services that a service waits for. */
export function dependenciesOf({ depends_on: given = null }: YamlMap): string[] {
  return mapOf(given).map(([name]) => name);
}
