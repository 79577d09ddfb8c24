import type { DevContainerSource } from "./dev-container-source";
import { fromFile } from "./project-path";

/**
 * The properties that say what a dev container is made of.
 *
 * @param path the path of devcontainer.json from the project's folder
 */
export function renderSource(
  { imageReference, dockerfileOptions, composeOptions }: DevContainerSource,
  path: string,
  { runServices = [], buildOptions = [], cacheFrom = [] }: { [list: string]: unknown[] | undefined },
): Record<string, unknown> {
  if (composeOptions !== undefined) {
    return {
      dockerComposeFile: composeOptions.files?.map((file) => fromFile(file, path)),
      service: composeOptions.service,
      // The CLI starts every service where the list is missing or empty.
      runServices: [...new Set([composeOptions.service, ...runServices])],
    };
  }
  if (dockerfileOptions === undefined) return { image: imageReference };
  const { dockerfile = "Dockerfile", context = "." } = dockerfileOptions;
  const orNone = (all: unknown[]) => (all.length === 0 ? undefined : all);
  return {
    build: {
      ...dockerfileOptions,
      dockerfile: fromFile(dockerfile, path),
      context: fromFile(context, path),
      options: orNone([...(dockerfileOptions.options ?? []), ...buildOptions]),
      cacheFrom: orNone([...new Set([...(dockerfileOptions.cacheFrom ?? []), ...cacheFrom])]),
    },
  };
}
