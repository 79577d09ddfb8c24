import { DockerfileBlock } from "./block";
import { DockerfileOnBuild } from "./on-build";

/** What a stage and a section of one have in common. */
export abstract class DockerfileStagePart extends DockerfileBlock {
  private readonly place: string;

  /** @param where the place that messages name */
  protected constructor(where: string) {
    super(where);
    this.place = where;
  }

  /**
   * Adds a block of instructions that a later build runs, right after the FROM that names this image.
   *
   * @see https://docs.docker.com/reference/dockerfile/#onbuild
   */
  public addOnBuild(): DockerfileOnBuild {
    const block = new DockerfileOnBuild(`${this.place} ONBUILD`);
    this._list.addLate(() => block._instructions());
    return block;
  }
}
