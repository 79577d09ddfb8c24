import { ImageReference } from "../../values/image-reference";
import { Mistake, shown } from "../../values/mistake";
import type { PythonContainerOptions } from "../python-container-options";

/** The images that stages start from, each without a tag. */
export interface BaseImages {
  readonly python: string;
  readonly rust: string;
  readonly uv: string;
}

/**
 * The images at their own registries, or at the mirrors of them.
 *
 * @throws where a mirror is no registry with a path
 */
export function baseImages({ registryMirror, ghcrMirror = registryMirror }: PythonContainerOptions): BaseImages {
  const hub = prefix("registryMirror", registryMirror, "");
  return {
    python: `${hub}python`,
    rust: `${hub}rust`,
    uv: `${prefix("ghcrMirror", ghcrMirror, "ghcr.io/")}astral-sh/uv`,
  };
}

function prefix(option: string, mirror: string | undefined, own: string): string {
  if (mirror === undefined) return own;
  if (isMirror(mirror)) return `${mirror}/`;
  throw new Mistake({
    where: "PythonContainer",
    what: `${option} is ${shown(mirror)}`,
    allowed:
      "it is a registry's host, with port and path where it has them, and without https:// or a slash at its end",
    fix: 'write one like "registry.example.com/mirror"',
  });
}

function isMirror(mirror: string): boolean {
  try {
    return ImageReference.of(`${mirror}/python`).registry !== undefined;
  } catch {
    return false;
  }
}
