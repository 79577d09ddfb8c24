/**
 * When the engine asks a registry for the image of a service.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#pull_policy
 */
export class PullPolicy {
  /** At every start. */
  public static readonly ALWAYS = new PullPolicy("always");
  /** Where the machine does not have it. */
  public static readonly MISSING = new PullPolicy("missing");
  /** Never: it was built or pulled before. */
  public static readonly NEVER = new PullPolicy("never");
  /** Never: it is built, also where the machine has it. */
  public static readonly REBUILD = new PullPolicy("build");

  private constructor(
    /** The policy as compose names it. */
    public readonly value: string,
  ) {}
}
