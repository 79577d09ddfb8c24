import type { Finding } from "../findings/finding";
import { shown } from "../values/mistake";
import type { DockerfileModel } from "./model";

/** Where a stage starts from one of another file, whose name its text would have for an image. */
export function* foreignStages(fileName: string, { stages }: DockerfileModel): Iterable<Finding> {
  const names = new Set(stages.map(({ name }) => name));
  for (const { name, parent } of stages) {
    if (parent === undefined || names.has(parent)) continue;
    yield {
      rule: "UnknownStage",
      where: `${fileName} stage ${shown(name)}`,
      stage: name,
      what: `it starts from the stage ${shown(parent)}, which does not stand before it`,
      allowed: "a stage starts from an image or from an earlier stage of the same file",
      fix: "add that stage first",
    };
  }
}
