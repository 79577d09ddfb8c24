import { dirname, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { Component, type ObjectFile, Project } from "projen";
import { FileGuard } from "../files/file-guard";
import { shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import type { ComposeModel } from "./compose-model";
import { ComposeNetwork, type ComposeNetworkOptions } from "./compose-network";
import { composeRivals } from "./compose-rivals";
import { ComposeSecret, type ComposeSecretOptions } from "./compose-secret";
import { ComposeService, type IComposeFile } from "./compose-service";
import type { ComposeServiceOptions } from "./compose-service-options";
import { ComposeValue } from "./compose-value";
import { ComposeVolume, type ComposeVolumeOptions } from "./compose-volume";
import { ComposeYamlFile } from "./compose-yaml-file";
import { dependencyCycle } from "./dependency-cycle";
import { NamedItems } from "./named-items";
import { Place } from "./place";
import { renderCompose } from "./render-compose";

/** Options of a compose file. */
export interface ComposeFileOptions {
  /**
   * The file, from the project's folder.
   *
   * @default "compose.yaml"
   */
  readonly fileName?: string;
  /**
   * The name of the compose project: lower-case letters, digits, `-` and `_`, a letter or digit first.
   *
   * @default - the name of the folder in which compose runs
   */
  readonly name?: string | ComposeValue;
}

/** A generator of secrets that a file has where the user adds none of their names. */
export interface IComposeFileDefaults {
  /**
   * Adds secrets, by the method that a user calls.
   *
   * It is called each time the file is rendered, before the defaults of services, which find the secrets by their names.
   * What it added before is forgotten: it may read what is not known in a constructor.
   */
  applyDefaults(file: ComposeFile): void;
}

/**
 * A compose file, which `docker compose` reads.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
export class ComposeFile extends Component implements IComposeFile {
  /** The file's name, from the project's folder. */
  public readonly fileName: string;

  /** The file itself; its `addOverride` reaches what has no method here yet. */
  public readonly file: ObjectFile;

  private readonly projectName?: ComposeValue;
  private readonly place: Place;
  private readonly serviceItems: NamedItems<ComposeService>;
  private readonly networkItems: NamedItems<ComposeNetwork>;
  private readonly volumeItems: NamedItems<ComposeVolume>;
  private readonly secretItems: NamedItems<ComposeSecret>;
  private readonly defaults: IComposeFileDefaults[] = [];

  /**
   * A compose file of the project.
   *
   * @throws where the file's name has no ending of a YAML file, or the project's name is none
   */
  constructor(scope: IConstruct, options: ComposeFileOptions = {}) {
    const fileName = parseFileName(options.fileName ?? "compose.yaml");
    super(scope, `ComposeFile ${fileName}`);
    this.fileName = fileName;
    this.place = new Place(fileName, this);
    this.projectName = options.name === undefined ? undefined : parseProjectName(options.name, this.place);
    this.serviceItems = new NamedItems("service", this.place);
    this.networkItems = new NamedItems("network", this.place);
    this.volumeItems = new NamedItems("volume", this.place);
    this.secretItems = new NamedItems("secret", this.place);
    this.file = new ComposeYamlFile(this, fileName, { obj: () => renderCompose(this._model()) });
    FileGuard.of(this)._addCheck(this, () => this.check());
  }

  /**
   * The path of a file or folder as compose reads it in this file: from the folder in which the file lies.
   *
   * @param scope the project from whose folder the path leads, or a component of it
   * @param path from that folder
   */
  public pathOf(scope: IConstruct, path: string): string {
    const absolute = resolve(Project.of(scope).outdir, path);
    return relativePath(dirname(this.file.absolutePath), absolute) || ".";
  }

  /** The services, in the order in which they were added. */
  public get services(): ComposeService[] {
    return this.serviceItems.all;
  }

  /** The networks, in the order in which they were added. */
  public get networks(): ComposeNetwork[] {
    return this.networkItems.all;
  }

  /** The named volumes, in the order in which they were added. */
  public get volumes(): ComposeVolume[] {
    return this.volumeItems.all;
  }

  /** The secrets, in the order in which they were added. */
  public get secrets(): ComposeSecret[] {
    return this.secretItems.all;
  }

  /**
   * Adds a service.
   *
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or an option is wrong
   */
  public addService(name: string, options: ComposeServiceOptions = {}): ComposeService {
    return new ComposeService(this, name, options);
  }

  /**
   * The service of that name.
   *
   * @throws where there is none, with the names there are
   */
  public findService(name: string): ComposeService {
    return this.serviceItems.find(name);
  }

  /** The service of that name; undefined where there is none. */
  public tryFindService(name: string): ComposeService | undefined {
    return this.serviceItems.tryFind(name);
  }

  /**
   * Adds a named volume.
   *
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or an option is wrong
   */
  public addVolume(name: string, options: ComposeVolumeOptions = {}): ComposeVolume {
    return this.volumeItems.add(name, ComposeVolume._create(name, options, this.placeOf("volume", name)));
  }

  /**
   * The named volume of that name.
   *
   * @throws where there is none, with the names there are
   */
  public findVolume(name: string): ComposeVolume {
    return this.volumeItems.find(name);
  }

  /** The named volume of that name; undefined where there is none. */
  public tryFindVolume(name: string): ComposeVolume | undefined {
    return this.volumeItems.tryFind(name);
  }

  /**
   * Adds a network; one named `default` describes the network that services join by themselves.
   *
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or an option is wrong
   */
  public addNetwork(name: string, options: ComposeNetworkOptions = {}): ComposeNetwork {
    return this.networkItems.add(name, ComposeNetwork._create(name, options, this.placeOf("network", name)));
  }

  /**
   * The network of that name.
   *
   * @throws where there is none, with the names there are
   */
  public findNetwork(name: string): ComposeNetwork {
    return this.networkItems.find(name);
  }

  /** The network of that name; undefined where there is none. */
  public tryFindNetwork(name: string): ComposeNetwork | undefined {
    return this.networkItems.tryFind(name);
  }

  /**
   * Adds a secret.
   *
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or the secret has no source or several
   */
  public addSecret(name: string, options: ComposeSecretOptions): ComposeSecret {
    return this.secretItems.add(name, ComposeSecret._create(name, options, this.placeOf("secret", name)));
  }

  /**
   * The secret of that name.
   *
   * @throws where there is none, with the names there are
   */
  public findSecret(name: string): ComposeSecret {
    return this.secretItems.find(name);
  }

  /** The secret of that name; undefined where there is none. */
  public tryFindSecret(name: string): ComposeSecret | undefined {
    return this.secretItems.tryFind(name);
  }

  /** Adds a generator of secrets. */
  public addDefaults(defaults: IComposeFileDefaults): void {
    this.defaults.push(defaults);
  }

  /**
   * Checks what is known only when everything was added, and tells of files that compose takes besides; projen calls it
   * before it writes a file.
   *
   * @throws where services wait for each other in a circle
   */
  public preSynthesize(): void {
    super.preSynthesize();
    const guard = FileGuard.of(this);
    guard._check(this);
    const { absolutePath } = this.file;
    if (guard._isLeft(absolutePath)) return;
    const generated = { absolutePath, services: this.services.map(({ name }) => name) };
    for (const text of composeRivals(generated, (path) => guard._isRival(path))) this.project.logger.warn(text);
  }

  /** @internal */
  public _takeService(service: ComposeService): void {
    this.serviceItems.add(service.name, service);
  }

  /**
   * The file as it is now, defaults computed afresh.
   *
   * @internal
   */
  public _model(): ComposeModel {
    this.secretItems.compute(() => {
      for (const each of this.defaults) each.applyDefaults(this);
    });
    const byName = <T, M>(items: readonly (T & { readonly name: string })[], model: (item: T) => M) =>
      new Map(items.map((item) => [item.name, model(item)]));
    return {
      name: this.projectName,
      services: byName(this.services, (service) => service._model()),
      networks: byName(this.networks, (network) => network._model),
      volumes: byName(this.volumes, (volume) => volume._model),
      secrets: byName(this.secrets, (secret) => secret._model),
    };
  }

  private check(): void {
    const cycle = dependencyCycle(this._model().services);
    if (cycle === undefined) return;
    throw this.place.mistake({
      what: `services wait for each other: ${cycle.map(shown).join(" → ")}`,
      allowed: "compose starts a service after all it depends on",
      fix: "leave one of these dependencies out",
    });
  }

  private placeOf(kind: string, name: string): Place {
    return new Place(`${this.fileName} ${kind} ${shown(name)}`, this);
  }
}

function parseFileName(fileName: string): string {
  if (/\.ya?ml$/.test(fileName)) return fileName;
  throw new Place("compose file", ComposeFile).mistake({
    what: `${shown(fileName)} is no name of a compose file`,
    allowed: "the name ends with .yaml or .yml",
    fix: 'use "compose.yaml", which docker compose finds by itself',
  });
}

function parseProjectName(name: string | ComposeValue, place: Place): ComposeValue {
  const parsed = ComposeValue._of(name);
  const literal = parsed._literalText();
  if (literal === undefined || /^[a-z0-9][a-z0-9_-]*$/.test(literal)) return parsed;
  throw place.mistake({
    what: `${shown(literal)} is no name of a compose project`,
    allowed: "a name has lower-case letters, digits, - and _, and a letter or digit first",
    fix: `use ${shown(
      literal
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, "-")
        .replace(/^[-_]+/, "") || "app",
    )}`,
  });
}
