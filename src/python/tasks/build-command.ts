import { shellWord } from "../../dockerfile/quote";
import type { ProjectPlace } from "../../values/project-place";

/** The command that builds a Dockerfile of the project's folder, run there; docker finds it only in its context. */
export function buildCommand({ context }: ProjectPlace, dockerfile: string, options: string): string {
  return ["docker build", ...(context === "." ? [] : [`--file ${shellWord(dockerfile)}`]), options, context].join(" ");
}
