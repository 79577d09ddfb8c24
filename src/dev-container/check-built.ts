import type { PropertyPlace } from "./property-place";

/** Refuses what is for a build where there is none. */
export function checkBuilt(what: string, { source, refuse }: PropertyPlace): void {
  if (source.dockerfileOptions !== undefined) return;
  refuse(
    `${what} would have no effect`,
    "it is for a stage of a Dockerfile, and the source is none",
    source.composeOptions === undefined
      ? "use DevContainerSource.dockerfile"
      : "set it in the build of the compose file's service",
  );
}
