import { Mistake, type MistakeParts, shown } from "../../values/mistake";
import type { PythonContainerOptions } from "../python-container-options";
import type { ComposePlace } from "../services/compose-place";

/**
 * There is the service that the dev container is, where it is one.
 *
 * @param stage the stage of the Dockerfile that a generated one needs
 * @throws where there is none
 */
export function checkDevService(place: ComposePlace, options: PythonContainerOptions, stage: string): void {
  if (place.has("dev")) return;
  throw new Mistake({ where: "PythonContainer", ...missing(place, options, stage) });
}

function missing(
  { compose, names, written }: ComposePlace,
  { developmentServices }: PythonContainerOptions,
  stage: string,
): Omit<MistakeParts, "where"> {
  const composed = "devContainerMode is compose, and";
  if (written !== undefined) {
    const services = written.services ?? [];
    return {
      what: `${composed} ${compose.fileName}, which people write, has no service ${shown(names.dev)}`,
      allowed: `its services are ${services.map(shown).join(", ") || "none"}`,
      fix: `name the one in which you develop: serviceNames: { dev: ${shown(services[0] ?? "dev")} }`,
    };
  }
  if (developmentServices === false) {
    return { what: `${composed} developmentServices is false`, fix: "leave one of the two out" };
  }
  return {
    what: `${composed} the Dockerfile, which people write, has no stage ${shown(stage)} for the service ${shown(names.dev)}`,
    fix: 'name one of its stages: stageNames: { dev: "…" }, or leave devContainerMode out',
  };
}
