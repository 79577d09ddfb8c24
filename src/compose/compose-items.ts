import type { IConstruct } from "constructs";
import { Component } from "projen";
import { shown } from "../values/mistake";
import { ComposeService, type IComposeFile } from "./compose-service";
import type { ComposeServiceOptions } from "./compose-service-options";
import { ComposeConfig, type ComposeConfigOptions } from "./file/compose-config";
import { ComposeLanguageModel, type ComposeLanguageModelOptions } from "./file/compose-language-model";
import { ComposeNetwork, type ComposeNetworkOptions } from "./file/compose-network";
import { ComposeSecret, type ComposeSecretOptions } from "./file/compose-secret";
import { ComposeVolume, type ComposeVolumeOptions } from "./file/compose-volume";
import { NamedItems } from "./file/named-items";
import { Place } from "./properties/place";

/**
 * What a compose file holds, each thing by its name.
 *
 * @internal
 */
export abstract class ComposeItems extends Component implements IComposeFile {
  /** The file's name, from the project's folder. */
  public readonly fileName: string;

  private readonly serviceItems: NamedItems<ComposeService>;
  private readonly networkItems: NamedItems<ComposeNetwork>;
  private readonly volumeItems: NamedItems<ComposeVolume>;
  private readonly secretItems: NamedItems<ComposeSecret>;
  private readonly configItems: NamedItems<ComposeConfig>;
  private readonly modelItems: NamedItems<ComposeLanguageModel>;

  constructor(scope: IConstruct, fileName: string) {
    super(scope, `ComposeFile ${fileName}`);
    this.fileName = fileName;
    const place = new Place(fileName, this);
    this.serviceItems = new NamedItems("service", place, ({ _renaming }) => _renaming);
    this.networkItems = new NamedItems("network", place);
    this.volumeItems = new NamedItems("volume", place);
    this.secretItems = new NamedItems("secret", place);
    this.configItems = new NamedItems("config", place);
    this.modelItems = new NamedItems("model", place);
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

  /** The configs, in the order in which they were added. */
  public get configs(): ComposeConfig[] {
    return this.configItems.all;
  }

  /** The language models, in the order in which they were added. */
  public get models(): ComposeLanguageModel[] {
    return this.modelItems.all;
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
    return this.volumeItems.add(name, ComposeVolume._create(name, options, this._placeOf("volume", name)));
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
    return this.networkItems.add(name, ComposeNetwork._create(name, options, this._placeOf("network", name)));
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
    return this.secretItems.add(name, ComposeSecret._create(name, options, this._placeOf("secret", name)));
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

  /**
   * Adds a config: a file that services read and that is no secret.
   *
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or the config has no source or several
   */
  public addConfig(name: string, options: ComposeConfigOptions): ComposeConfig {
    return this.configItems.add(name, ComposeConfig._create(name, options, this._placeOf("config", name)));
  }

  /**
   * The config of that name.
   *
   * @throws where there is none, with the names there are
   */
  public findConfig(name: string): ComposeConfig {
    return this.configItems.find(name);
  }

  /** The config of that name; undefined where there is none. */
  public tryFindConfig(name: string): ComposeConfig | undefined {
    return this.configItems.tryFind(name);
  }

  /**
   * Adds a language model. Since Compose 2.38.
   *
   * @param name letters, digits, `.`, `_` and `-`
   * @throws where the name is none or is taken, or an option is wrong
   */
  public addModel(name: string, options: ComposeLanguageModelOptions): ComposeLanguageModel {
    return this.modelItems.add(name, ComposeLanguageModel._create(name, options, this._placeOf("model", name)));
  }

  /**
   * The language model of that name.
   *
   * @throws where there is none, with the names there are
   */
  public findModel(name: string): ComposeLanguageModel {
    return this.modelItems.find(name);
  }

  /** The language model of that name; undefined where there is none. */
  public tryFindModel(name: string): ComposeLanguageModel | undefined {
    return this.modelItems.tryFind(name);
  }

  /** @internal */
  public _takeService(service: ComposeService): void {
    this.serviceItems.add(service.name, service);
  }

  /**
   * Has secrets added afresh that stand where the user added none of their names.
   *
   * @internal
   */
  public _computeSecrets(add: () => void): void {
    this.secretItems.compute(add);
  }

  /** @internal */
  public _placeOf(kind: string, name: string): Place {
    return new Place(`${this.fileName} ${kind} ${shown(name)}`, this);
  }
}
