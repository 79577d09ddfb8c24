import { DockerfileBlock } from "./block";
import type { Instruction } from "./instruction";

/**
 * Instructions that a later build runs, right after the FROM that names this image.
 *
 * An argument that they use is declared among them: that build knows none of this file's.
 *
 * @see https://docs.docker.com/reference/dockerfile/#onbuild
 */
export class DockerfileOnBuild extends DockerfileBlock {
  /** @internal */
  public constructor(where: string) {
    super(where);
  }

  /**
   * Adds an instruction as it is, where no other method serves.
   *
   * @throws where it is FROM, ONBUILD or MAINTAINER
   */
  public addRaw(text: string): void {
    this._rules.trigger(text);
    super.addRaw(text);
  }

  /** @internal */
  public _instructions(): Instruction[] {
    return super
      ._instructions()
      .map(({ comment, ...instruction }) => ({ kind: "onbuild", instruction: instruction as Instruction, comment }));
  }
}
