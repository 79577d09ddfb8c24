import { Mistake } from "../values/mistake";

/** What a codespace may do with one kind of thing in another repository. */
export enum CodespacesAccess {
  /** Read it. */
  READ = "read",
  /** Read and change it. */
  WRITE = "write",
}

/**
 * What a codespace may do in another repository.
 *
 * @see https://docs.github.com/en/codespaces/managing-your-codespaces/managing-repository-access-for-your-codespaces
 */
export class CodespacesPermissions {
  /** It may read everything. */
  public static readonly READ_ALL = new CodespacesPermissions("read-all");
  /** It may read and change everything. */
  public static readonly WRITE_ALL = new CodespacesPermissions("write-all");

  /**
   * It may do what is listed.
   *
   * @param access by kind of thing, such as `contents`, `issues` or `packages`
   * @throws where nothing is listed
   */
  public static of(access: { [kind: string]: CodespacesAccess }): CodespacesPermissions {
    if (Object.keys(access).length > 0) return new CodespacesPermissions({ ...access });
    throw new Mistake({
      where: "CodespacesPermissions.of",
      what: "nothing is listed",
      fix: "list a kind of thing, such as contents, or leave the repository out",
    });
  }

  private constructor(
    /** The permissions as devcontainer.json has them. @internal */
    public readonly _value: string | { [kind: string]: CodespacesAccess },
  ) {}
}
