import { type Mistake, shown } from "../values/mistake";
import type { ComposeEnvFile, ComposeServiceOptions } from "./compose-service-options";
import type { ComposeValue } from "./compose-value";
import type { ComposeConfig } from "./file/compose-config";
import type { ComposeNetwork } from "./file/compose-network";
import type { ComposeSecret } from "./file/compose-secret";
import { type Entry, entriesOf, type GivenEntry, mergeEntries } from "./properties/merge-entries";
import { parseName } from "./properties/names";
import { Place } from "./properties/place";
import type { ComposePort, PublishedPort } from "./service/compose-port";
import type { ComposeWatch } from "./service/compose-watch";
import { type ComposeDependencyOptions, DependencyCondition } from "./service/dependency-condition";
import { replacesDefault } from "./service/replaced-defaults";
import { type ServiceModel, serviceProperties } from "./service/service-properties";
import type { ServiceVolume } from "./service/service-volume";
import { UserEntries } from "./service/user-entries";

/** What a service needs to know of the compose file it stands in. */
export interface IComposeFile {
  /** The file's name, as messages show it. */
  readonly fileName: string;

  /**
   * The service of that name.
   *
   * @throws where there is none, with the names there are
   */
  findService(name: string): ComposeService;

  /** @internal */
  _takeService(service: ComposeService): void;
}

/** A generator of properties that a service has where the user gives no other. */
export interface IComposeServiceDefaults {
  /**
   * Gives the service its properties, by the methods that a user calls.
   *
   * It is called each time the file is rendered, and what it gave before is forgotten: it may read what is not known
   * in a constructor. It changes no other service.
   */
  applyDefaults(service: ComposeService): void;
}

/** A service that applications use, and what they need to know of it; `BackingService` is one. */
export interface IBackingService {
  /** The name of the service in the compose file. */
  readonly name: string;

  /** The environment variables by which an application finds it. */
  readonly connection: { [name: string]: ComposeValue };

  /**
   * What an application waits for.
   *
   * @default DependencyCondition.HEALTHY
   */
  readonly condition?: DependencyCondition;
}

/** The service whose defaults are being computed, and what they gave so far. */
let applying: { readonly service: ComposeService; readonly entries: Entry[] } | undefined;

/**
 * A service of a compose file: a container, or several alike.
 *
 * A property is given once: the same value twice is fine, another one throws. What `addDefaults` gives comes last.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
export class ComposeService {
  /**
   * How whoever added it gives it another name, as it is told to who adds another one of its name.
   *
   * @internal
   */
  public _renaming?: string;

  private readonly given: (Entry | IComposeServiceDefaults)[] = [];
  private readonly byUser: UserEntries;
  private readonly place: Place;

  /**
   * A service of the file; `addService` of the file makes one as well.
   *
   * @param file the compose file
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or an option is wrong
   */
  constructor(
    private readonly file: IComposeFile,
    /** The name in the file, and in its networks. */
    public readonly name: string,
    options: ComposeServiceOptions = {},
  ) {
    parseName("service", name, new Place(file.fileName, file));
    this.place = new Place(`${file.fileName} service ${shown(name)}`, file);
    this.byUser = new UserEntries(this.place);
    this.configure(options);
    file._takeService(this);
  }

  /**
   * Gives the service more properties: lists and maps grow, the rest is set.
   *
   * @throws where a property has another value already, or an option is wrong
   */
  public configure(options: ComposeServiceOptions): void {
    this.give(options);
  }

  /**
   * Gives the service an environment variable.
   *
   * @throws where it has another value already
   */
  public addEnvironment(name: string, value: string | ComposeValue): void {
    this.give({ environment: { [name]: value } });
  }

  /**
   * Gives the service a file of environment variables.
   *
   * @throws where the file was given with another `required`
   */
  public addEnvFile(file: ComposeEnvFile): void {
    this.give({ envFiles: [file] });
  }

  /**
   * Gives the build of the image an argument.
   *
   * @throws where it has another value already
   */
  public addBuildArgument(name: string, value: string | ComposeValue): void {
    this.give({ imageBuild: { args: { [name]: value } } });
  }

  /**
   * Lets the build of the image read a secret.
   *
   * @param target the id by which the Dockerfile asks for it; its name in the file where it is left out
   * @throws where it is one of another file, or was given with another target
   */
  public addBuildSecret(secret: ComposeSecret, target?: string | ComposeValue): void {
    this.give({ imageBuild: { secrets: [{ secret, target }] } });
  }

  /**
   * Publishes a port.
   *
   * @throws where the host's port leads to another one of the service already, or a number is no port
   */
  public addPort(port: ComposePort): void {
    this.give({ ports: [port] });
  }

  /**
   * Mounts a volume.
   *
   * @throws where something else is mounted at its target already
   */
  public addVolume(volume: ServiceVolume): void {
    this.give({ volumes: [volume] });
  }

  /**
   * Has this service start after another one.
   *
   * @param service a service of the same file
   * @param condition what is waited for; `DependencyCondition.STARTED` where it is left out here and elsewhere
   * @throws where it is this service, one of another file, or has another condition already
   */
  public addDependency(
    service: ComposeService,
    condition?: DependencyCondition,
    options: ComposeDependencyOptions = {},
  ): void {
    if (service === this || service.place.file !== this.place.file) {
      throw this.place.mistake({
        what: `the service can't depend on ${service === this ? "itself" : `${shown(service.name)} of another file`}`,
        allowed: "a service depends on others of its file",
        fix: "leave the dependency out",
      });
    }
    this.give({ dependencies: { [service.name]: { condition, ...options } } });
  }

  /**
   * Has this service use another one: it starts when the other one is healthy, or what else is to be waited for, and is
   * given the variables of its connection.
   *
   * @param service a service of the same file
   * @param environment the variables it is given instead of the connection's
   * @throws where it is this service or one of another file, or a variable has another value already
   */
  public addBackingService(
    service: IBackingService,
    environment: { [name: string]: string | ComposeValue } = service.connection,
  ): void {
    const found = service instanceof ComposeService ? service : this.file.findService(service.name);
    this.addDependency(found, service.condition ?? DependencyCondition.HEALTHY);
    this.give({ environment });
  }

  /**
   * Has `docker compose watch` follow a path.
   *
   * @throws where the action needs a target and there is none, or the other way round
   */
  public addWatch(watch: ComposeWatch): void {
    this.give({ watch: [watch] });
  }

  /**
   * Joins a network.
   *
   * @param aliases names of the service there, besides its own
   * @throws where it was joined otherwise before
   */
  public addNetwork(network: ComposeNetwork, ...aliases: (string | ComposeValue)[]): void {
    this.give({ networks: [{ network, aliases }] });
  }

  /**
   * Lets the service read a secret.
   *
   * @param target the absolute path in the container; `secret.containerPath` where it is left out
   * @throws where it was given with another target
   */
  public addSecret(secret: ComposeSecret, target?: string | ComposeValue): void {
    this.give({ secrets: [{ secret, target }] });
  }

  /**
   * Lets the service read a config.
   *
   * @param target the absolute path in the container; `config.containerPath` where it is left out
   * @throws where it was given with another target
   */
  public addConfig(config: ComposeConfig, target?: string | ComposeValue): void {
    this.give({ configs: [{ config, target }] });
  }

  /**
   * Gives the container a label.
   *
   * @throws where it has another value already
   */
  public addLabel(name: string, value: string | ComposeValue): void {
    this.give({ labels: { [name]: value } });
  }

  /**
   * Adds a generator of defaults: a property stands where the user gives no other value for it, before or after.
   *
   * Of two generators the later one wins. In lists and maps its values stand where it was added.
   */
  public addDefaults(defaults: IComposeServiceDefaults): void {
    if (applying !== undefined) throw this.whileApplying("gets another generator of defaults");
    this.given.push(defaults);
  }

  /**
   * The service as it is now, its defaults computed afresh.
   *
   * @internal
   */
  public _model(): ServiceModel {
    const given = this.given.flatMap((each): GivenEntry[] =>
      "applyDefaults" in each
        ? this.computed(each).map((entry) => ({ entry, isDefault: true }))
        : [{ entry: each, isDefault: false }],
    );
    return mergeEntries(serviceProperties, given, replacesDefault);
  }

  /**
   * Whether the user gave it any property.
   *
   * @internal
   */
  public get _isGiven(): boolean {
    return this.byUser.properties.some((property) => property !== "omitIfUnused");
  }

  /**
   * The ports that the user publishes.
   *
   * @internal
   */
  public get _givenPorts(): readonly PublishedPort[] {
    return this.byUser.of("ports") as readonly PublishedPort[];
  }

  private computed(defaults: IComposeServiceDefaults): readonly Entry[] {
    if (applying !== undefined) throw this.whileApplying("is read");
    const computation = { service: this, entries: [] };
    applying = computation;
    try {
      defaults.applyDefaults(this);
    } finally {
      applying = undefined;
    }
    return computation.entries;
  }

  private give(settings: ComposeServiceOptions): void {
    const entries = entriesOf(serviceProperties, settings, this.place);
    if (applying?.service === this) applying.entries.push(...entries);
    else if (applying !== undefined) throw this.whileApplying("is changed");
    else this.given.push(...this.byUser.take(entries));
  }

  private whileApplying(what: string): Mistake {
    return this.place.mistake({
      what: `the service ${what} while defaults of ${shown(applying?.service.name)} are computed`,
      allowed: "applyDefaults gives properties to its own service only",
      fix: "do it outside of applyDefaults",
    });
  }
}
