import { resolve } from "node:path";
import { Project } from "projen";
import type { BakeFile } from "../bake/bake-file";
import type { BakeTarget } from "../bake/bake-target";
import { BakeValue } from "../bake/bake-value";
import { Mistake, shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import type { ContainerSummary } from "./container-summary";

/**
 * Adds the app image of a container to a bake file.
 *
 * @param project the container's
 * @param summary is asked when the facts are known
 * @throws where the file belongs to another tree of projects
 */
export function addBakedImage(
  bake: BakeFile,
  name: string,
  project: Project,
  summary: () => ContainerSummary,
): BakeTarget {
  if (Project.of(bake).root !== project.root) throw foreignFile(bake);
  const target = bake.addTarget(name);
  target.addDefaults({
    applyDefaults: (image) => {
      const { imageBuild: build, imageName, platforms } = summary();
      const registry = bake.addVariable("DOCKER_REGISTRY", { defaultValue: "" });
      const tag = bake.addVariable("DOCKER_TAG", { defaultValue: "latest" });
      const { root, outdir } = Project.of(bake);
      const context = resolve(root.outdir, build.context);
      image.configure({
        context: relativePath(outdir, context) || ".",
        dockerfile: relativePath(context, resolve(root.outdir, build.dockerfile)),
        target: build.target,
        args: Object.fromEntries(argumentsOf(build).map((each) => [each.name, variableOf(bake, each)])),
        tags: [BakeValue.join(registry, imageName, ":", tag)],
        platforms: [...platforms],
        secrets: Object.fromEntries(build.secrets.map(({ id, variable }) => [id, { environmentVariable: variable }])),
        ssh: build.sshId === undefined ? [] : [build.sshId],
      });
    },
  });
  return target;
}

/** A build argument that has its value of the variable of its name. */
interface InheritedArgument {
  readonly name: string;
  /** Its value where there is no such variable; else the Dockerfile's. */
  readonly defaultValue?: string;
}

function argumentsOf({
  inheritedArguments,
  versionArgument,
  sourceDate,
}: ContainerSummary["imageBuild"]): InheritedArgument[] {
  const [name, defaultValue] = sourceDate?.split("=") ?? [];
  return [
    ...[...inheritedArguments, ...(versionArgument === undefined ? [] : [versionArgument])].map((each) => ({
      name: each,
    })),
    ...(name === undefined ? [] : [{ name, defaultValue }]),
  ];
}

function foreignFile({ fileName }: BakeFile): Mistake {
  return new Mistake({
    where: "PythonContainer.addBakeTarget",
    what: `the bake file ${shown(fileName)} is of a project that is not synthesized with this one`,
    allowed: "it belongs to the same root project",
    fix: "give this project the other one as its parent, or add a BakeFile to its root project",
  });
}

function variableOf(bake: BakeFile, { name, defaultValue }: InheritedArgument): BakeValue {
  return bake.addVariable(name, { defaultValue });
}
