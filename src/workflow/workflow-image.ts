import { pathFromRoot } from "../files/path-from-root";
import type { PythonContainer } from "../python/python-container";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import type { WorkflowImageOptions } from "./container-workflow-options";
import { OWN_REGISTRY } from "./registry-account";
import { withoutTag } from "./without-tag";

const WHERE = "ContainerWorkflow";

/** An image that a workflow tests, builds and pushes. */
export interface WorkflowImage {
  readonly container: PythonContainer;
  /** The project's folder, from the root project's; empty where it is the same. */
  readonly folder: string;
  /** The name without a tag, as a workflow has it: capitals of an owner's name are for the action to care for. */
  readonly name: string;
  /** undefined stands for Docker Hub. */
  readonly registry?: string;
  readonly cacheImage?: string;
  readonly testCommand?: string;
}

/** @throws where the image's name is none, or has a tag or a digest */
export function workflowImage(container: PythonContainer, options: WorkflowImageOptions): WorkflowImage {
  const { cacheImage, testCommand } = options;
  const image = withoutTag(WHERE, "imageName", options.imageName ?? container._summary.imageName);
  // A name alone would be one of Docker's official images.
  const isBare = image.registry === undefined && !image.repository.includes("/");
  const registry = isBare ? OWN_REGISTRY : image.registry;
  if (cacheImage !== undefined) checkCache(cacheImage, registry);
  const folder = pathFromRoot(container.project, "");
  // Another repository of the same owner may have a folder of that name too.
  const owner = folder === "" ? "github.repository_owner" : "github.repository";
  return {
    container,
    folder,
    name: isBare ? `${OWN_REGISTRY}/\${{ ${owner} }}/${image.repository}` : image.toString(),
    registry,
    cacheImage,
    testCommand,
  };
}

function checkCache(cacheImage: string, registry: string | undefined): void {
  if (ImageReference.of(cacheImage).registry === registry) return;
  throw new Mistake({
    where: WHERE,
    what: `cacheImage is ${shown(cacheImage)}`,
    allowed: `it lies at the registry of the image, ${registry ?? "docker.io"}, to which the job logs in`,
    fix: "name one there, or leave cacheImage out for GitHub's own cache",
  });
}
