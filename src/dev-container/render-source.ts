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
  { runServices = [], buildOptions = [] }: { runServices?: unknown[]; buildOptions?: unknown[] },
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
  const { dockerfile = "Dockerfile", context = ".", options = [] } = dockerfileOptions;
  const paths = { dockerfile: fromFile(dockerfile, path), context: fromFile(context, path) };
  const all = [...options, ...buildOptions];
  return { build: { ...dockerfileOptions, ...paths, options: all.length === 0 ? undefined : all } };
}
