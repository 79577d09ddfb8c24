import { Mistake, shown } from "../values/mistake";
import type { DockerfileStage } from "./stage";

/**
 * A stage of the name can be added.
 *
 * @param file the Dockerfile, as messages name it
 * @throws where the name is not valid, is reserved, or is there already
 */
export function checkStageName(file: string, name: string, stages: readonly DockerfileStage[]): void {
  const fail = (what: string, allowed: string, fix: string): never => {
    throw new Mistake({ where: file, what: `stage name ${shown(name)} ${what}`, allowed, fix });
  };
  if (!/^[a-z][a-z0-9_.-]*$/.test(name)) {
    fail(
      "is not valid",
      "a name starts with a lower-case letter and has lower-case letters, digits and _ . -",
      "rename the stage",
    );
  }
  if (name === "scratch" || name === "context") fail("is reserved", "any other name is allowed", "rename the stage");
  const first = stages.find((stage) => stage.name === name);
  if (first === undefined) return;
  const renaming = first._renaming === undefined ? "" : `, the first by ${first._renaming}`;
  fail("is there twice", "a name stands once in a file", `rename one of the two${renaming}`);
}
