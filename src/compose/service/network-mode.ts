import { Mistake, shown } from "../../values/mistake";

/**
 * Whose network a container uses, where it joins none.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md#network_mode
 */
export class NetworkMode {
  /** None: it has no network. */
  public static readonly NONE = new NetworkMode("none");
  /** The host's; published ports have no meaning then. */
  public static readonly HOST = new NetworkMode("host");
  /** The engine's default network. */
  public static readonly BRIDGE = new NetworkMode("bridge");

  /**
   * That of another service of the file, which starts first.
   *
   * @param name the name of the service
   * @throws where it is no name of a service
   */
  public static service(name: string): NetworkMode {
    if (/^[a-zA-Z0-9._-]+$/.test(name)) return new NetworkMode(`service:${name}`);
    throw new Mistake({
      where: "network mode",
      what: `${shown(name)} is no name of a service`,
      allowed: "a name has letters, digits, . _ and -",
      fix: "give the name of a service of the compose file",
    });
  }

  /**
   * That of a container that compose doesn't manage.
   *
   * @param name its name or id
   * @throws where it is no name of a container
   */
  public static container(name: string): NetworkMode {
    if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name)) return new NetworkMode(`container:${name}`);
    throw new Mistake({
      where: "network mode",
      what: `${shown(name)} is no name of a container`,
      allowed: "a name has letters, digits, . _ and -, and a letter or digit first",
      fix: "give the name that docker ps shows",
    });
  }

  private constructor(
    /** The mode as compose names it. */
    public readonly value: string,
  ) {}
}
