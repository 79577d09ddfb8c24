import { DockerfileStagePart } from "./stage-part";

/** A named part of a stage; its place among the other sections is fixed, whoever adds to it. */
export class DockerfileSection extends DockerfileStagePart {
  /**
   * @param name the section's name, as its banner shows it
   * @param where the place that messages name
   */
  constructor(
    /** The section's name, as its banner shows it. */
    public readonly name: string,
    where: string,
  ) {
    super(where);
  }
}
