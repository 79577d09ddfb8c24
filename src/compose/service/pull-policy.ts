import { parseCount } from "../properties/parse-number";
import { Place } from "../properties/place";

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

  /** Where that was not done for a day. Since Compose 2.34; 2.26 refuses it. */
  public static readonly DAILY = new PullPolicy("daily");
  /** Where that was not done for a week. Since Compose 2.34; 2.26 refuses it. */
  public static readonly WEEKLY = new PullPolicy("weekly");

  /**
   * Where that was not done for so many hours. Since Compose 2.34; 2.26 refuses it.
   *
   * @throws where the hours are no whole number
   */
  public static everyHours(hours: number): PullPolicy {
    return new PullPolicy(`every_${parseCount(hours, new Place("pull policy", PullPolicy))}h`);
  }

  private constructor(
    /** The policy as compose names it. */
    public readonly value: string,
  ) {}
}
