import { pathFromRoot } from "../../files/path-from-root";
import type { PythonContainer } from "../../python/python-container";
import { ImageReference } from "../../values/image-reference";
import { Mistake, shown } from "../../values/mistake";
import type { WorkflowImageOptions } from "../container-workflow-options";
import { withoutTag } from "../without-tag";
import type { GitlabPipelineOptions } from "./gitlab-pipeline-options";

/** An image that a pipeline tests, builds and pushes; names are as the shell of a job has them. */
export interface GitlabImage {
  readonly container: PythonContainer;
  /** The project's folder, from the root project's; empty where it is the same. */
  readonly folder: string;
  readonly name: string;
  readonly cacheImage: string;
  readonly testCommand?: string;
  readonly registry: { readonly host: string; readonly username: string; readonly password: string };
}

/** @throws where an image's name is none, or the account at its registry is missing */
export function gitlabImage(
  where: string,
  container: PythonContainer,
  options: WorkflowImageOptions,
  { registryUsernameVariable, registryPasswordVariable }: GitlabPipelineOptions,
): GitlabImage {
  const { imageName, testCommand } = options;
  const folder = pathFromRoot(container.project, "");
  const image = imageName === undefined ? undefined : withoutTag(where, "imageName", imageName);
  const isOwn = image === undefined;
  if (!isOwn && (registryUsernameVariable === undefined || registryPasswordVariable === undefined)) {
    throw new Mistake({
      where,
      what: `the account at the registry of ${shown(imageName)} is missing`,
      allowed: "a pipeline can log in to GitLab's own registry alone of itself",
      fix: "give registryUsernameVariable and registryPasswordVariable, or leave imageName out",
    });
  }
  // A folder may have capitals, which an image may not.
  const below = folder === "" ? "" : `/${folder.toLowerCase().replace(/[^a-z0-9/]+/g, "-")}`;
  const name = image?.toString() ?? `$CI_REGISTRY_IMAGE${below}`;
  return {
    container,
    folder,
    name,
    cacheImage: options.cacheImage === undefined ? `${name}/cache` : ImageReference.of(options.cacheImage).toString(),
    testCommand,
    registry: {
      host: isOwn ? "$CI_REGISTRY" : (image.registry ?? "docker.io"),
      username: variable(where, registryUsernameVariable ?? "CI_REGISTRY_USER"),
      password: variable(where, registryPasswordVariable ?? "CI_REGISTRY_PASSWORD"),
    },
  };
}

function variable(where: string, name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return `$${name}`;
  throw new Mistake({
    where,
    what: `${shown(name)} is no name of a variable`,
    allowed: "it has letters, digits and _, and is the name, not the value",
    fix: 'write one like "REGISTRY_PASSWORD"',
  });
}
