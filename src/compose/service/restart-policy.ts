import { parseCount } from "../properties/parse-number";
import { Place } from "../properties/place";

/**
 * When the engine starts a container again that has ended.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#restart
 */
export class RestartPolicy {
  /** Never. */
  public static readonly NO = new RestartPolicy("no");
  /** Always, until the container is removed. */
  public static readonly ALWAYS = new RestartPolicy("always");
  /** Always, until it is stopped or removed. */
  public static readonly UNLESS_STOPPED = new RestartPolicy("unless-stopped");

  /**
   * Where it ended with an error.
   *
   * @param maxRetries how often at most; without it, without end
   * @throws where `maxRetries` is no whole number
   */
  public static onFailure(maxRetries?: number): RestartPolicy {
    if (maxRetries === undefined) return new RestartPolicy("on-failure");
    return new RestartPolicy(`on-failure:${parseCount(maxRetries, new Place("restart policy", RestartPolicy))}`);
  }

  private constructor(
    /** The policy as compose names it. */
    public readonly value: string,
  ) {}
}
