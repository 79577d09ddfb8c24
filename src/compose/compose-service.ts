import { type Mistake, shown } from "../values/mistake";
import type { ComposeNetwork } from "./compose-network";
import type { ComposePort, PublishedPort } from "./compose-port";
import type { ComposeSecret } from "./compose-secret";
import type { ComposeEnvFile, ComposeServiceOptions } from "./compose-service-options";
import type { ComposeValue } from "./compose-value";
import type { ComposeWatch } from "./compose-watch";
import { DependencyCondition } from "./dependency-condition";
import { type Entry, entriesOf, type GivenEntry, identity, mergeEntries } from "./merge-entries";
import { parseName } from "./names";
import { Place } from "./place";
import { type ServiceModel, type ServiceSettings, serviceProperties } from "./service-properties";
import type { ServiceVolume } from "./service-volume";

/** What a service needs to know of the compose file it stands in. */
export interface IComposeFile {
  /** The file's name, as messages show it. */
  readonly fileName: string;

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
  private readonly given: (Entry | IComposeServiceDefaults)[] = [];
  private readonly byUser = new Map<string, Entry>();
  private readonly place: Place;

  /**
   * A service of the file; `addService` of the file makes one as well.
   *
   * @param file the compose file
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or an option is wrong
   */
  constructor(
    file: IComposeFile,
    /** The name in the file, and in its networks. */
    public readonly name: string,
    options: ComposeServiceOptions = {},
  ) {
    parseName("service", name, new Place(file.fileName, file));
    this.place = new Place(`${file.fileName} service ${shown(name)}`, file);
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
   * Lets the build of the image read a secret, under its name in the file.
   *
   * @throws where it is one of another file
   */
  public addBuildSecret(secret: ComposeSecret): void {
    this.give({ imageBuild: { secrets: [secret] } });
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
   * @param condition what is waited for; `DependencyCondition.STARTED` where it is left out
   * @throws where it is this service, one of another file, or has another condition already
   */
  public addDependency(service: ComposeService, condition: DependencyCondition = DependencyCondition.STARTED): void {
    if (service === this || service.place.file !== this.place.file) {
      throw this.place.mistake({
        what: `the service can't depend on ${service === this ? "itself" : `${shown(service.name)} of another file`}`,
        allowed: "a service depends on others of its file",
        fix: "leave the dependency out",
      });
    }
    this.give({ dependencies: [{ service: service.name, condition }] });
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
   * @throws where it was joined with other aliases
   */
  public addNetwork(network: ComposeNetwork, ...aliases: string[]): void {
    this.give({ networks: [{ network, aliases }] });
  }

  /**
   * Lets the service read a secret.
   *
   * @param target the absolute path in the container; `secret.containerPath` where it is left out
   * @throws where it was given with another target
   */
  public addSecret(secret: ComposeSecret, target?: string): void {
    this.give({ secrets: [{ secret, target }] });
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
    return mergeEntries(serviceProperties, given);
  }

  /**
   * The ports that the user publishes.
   *
   * @internal
   */
  public get _givenPorts(): readonly PublishedPort[] {
    const entries = [...this.byUser.values()];
    return entries.filter(({ path: [property] }) => property === "ports").map(({ value }) => value as PublishedPort);
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

  private give(settings: ServiceSettings): void {
    const entries = entriesOf(serviceProperties, settings, this.place);
    if (applying?.service === this) applying.entries.push(...entries);
    else if (applying !== undefined) throw this.whileApplying("is changed");
    else this.giveByUser(entries);
  }

  /** All of them or, where one conflicts, none. */
  private giveByUser(entries: readonly Entry[]): void {
    const added = new Map<string, Entry>();
    for (const entry of entries) {
      const before = this.byUser.get(identity(entry)) ?? added.get(identity(entry));
      if (before === undefined) added.set(identity(entry), entry);
      else this.checkSame(before, entry);
    }
    for (const [key, entry] of added) this.byUser.set(key, entry);
    this.given.push(...added.values());
  }

  private checkSame(before: Entry, after: Entry): void {
    if (JSON.stringify(before.value) === JSON.stringify(after.value)) return;
    const key = after.key === "" ? "" : ` ${after.key}`;
    throw this.place.mistake({
      what: `${after.path.join(".")}${key} is ${shown(before.value)} already and can't be ${shown(after.value)} too`,
      allowed: "a property is given once",
      fix: "keep one of the two",
    });
  }

  private whileApplying(what: string): Mistake {
    return this.place.mistake({
      what: `the service ${what} while defaults of ${shown(applying?.service.name)} are computed`,
      allowed: "applyDefaults gives properties to its own service only",
      fix: "do it outside of applyDefaults",
    });
  }
}
