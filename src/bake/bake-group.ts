import { shown } from "../values/mistake";
import type { IBakeFile, IBakeTarget } from "./bake-reference";
import { foreignMember } from "./foreign-member";

/**
 * A group of a bake file: targets, and other groups, that one name builds.
 *
 * @see https://docs.docker.com/build/bake/reference/#group
 */
export class BakeGroup implements IBakeTarget {
  private readonly names = new Set<string>();

  /** @internal */
  constructor(
    /** Its name. */
    public readonly name: string,
    private readonly file: IBakeFile,
  ) {}

  /**
   * Has it build one more target, or all of another group.
   *
   * @throws where that is not of the same file
   */
  public addMember(member: IBakeTarget): void {
    const { file } = this;
    if (member === this || !(file._has("target", member) || file._has("group", member))) {
      throw foreignMember(`${file.fileName} group ${shown(this.name)}`, file, member, "a target or another group");
    }
    this.names.add(member.name);
  }

  /** @internal */
  public get _members(): string[] {
    return [...this.names];
  }
}
