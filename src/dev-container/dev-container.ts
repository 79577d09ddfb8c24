import type { IConstruct } from "constructs";
import { Component, type ObjectFile } from "projen";
import { CommentedJsonFile } from "../files/commented-json-file";
import { FileGuard } from "../files/file-guard";
import { pathFromRoot } from "../files/path-from-root";
import { WhileStill } from "../files/while-still";
import { ContainerChecks } from "../findings/container-checks";
import type { Finding } from "../findings/finding";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import { Port } from "../values/port";
import { checkBuildOption } from "./check-build-option";
import { checkBuilt } from "./check-built";
import { checkCombinations } from "./check-combinations";
import { checkStarts } from "./check-compose";
import { checkPrivileges } from "./check-privileges";
import { checkSecrets } from "./check-secrets";
import { checkWritten } from "./check-written";
import type { CodespacesPermissions } from "./codespaces-permissions";
import type { DevContainerMount } from "./dev-container-mount";
import type { DevContainerOptions } from "./dev-container-options";
import { devContainerPath } from "./dev-container-path";
import type { DevContainerProperties } from "./dev-container-properties";
import { devContainerRivals } from "./dev-container-rivals";
import type { DevContainerSecret } from "./dev-container-secret";
import type { DevContainerSource } from "./dev-container-source";
import { checkForwardHost, checkServiceName, checkVariableName } from "./entry-keys";
import { EntryLog } from "./entry-log";
import { LifecycleCommand } from "./lifecycle-command";
import type { LifecycleStep } from "./lifecycle-step";
import type { PortAttributes } from "./port-attributes";
import type { PropertyPlace } from "./property-place";
import { entriesOf, PROPERTIES } from "./property-rows";
import type { Tell } from "./refuse";
import { renderDevContainer } from "./render-dev-container";
import { SettledValues } from "./settled-values";

/**
 * Values that are computed when devcontainer.json is rendered, by what is known only then.
 *
 * They stand where they were registered. A user's value for the same key wins.
 */
export interface IDevContainerDefaults {
  /**
   * Adds the values by the public methods.
   *
   * @param devContainer the dev container at which the defaults were registered
   */
  applyDefaults(devContainer: DevContainer): void;
}

/** What devcontainer.json holds. */
type Content = { readonly [name: string]: unknown };

/**
 * A dev container: the environment that an editor or GitHub Codespaces opens the project in.
 *
 * @see https://containers.dev/implementors/spec/
 */
export class DevContainer extends Component {
  /** The file devcontainer.json; its overrides are the way to properties that have no method. */
  public readonly file: ObjectFile;
  /** What the dev container is made of. */
  public readonly source: DevContainerSource;
  /** The folder below .devcontainer in which it lies; undefined where it is the main one. */
  public readonly variant?: string;
  private readonly json: CommentedJsonFile;
  private readonly place: PropertyPlace;
  private readonly log: EntryLog<IDevContainerDefaults>;
  private readonly settled: WhileStill<SettledValues>;
  private readonly content: WhileStill<Content>;

  /**
   * @param scope the project, or a component of it
   * @throws where an option is not valid, or has no effect with the source
   */
  constructor(scope: IConstruct, options: DevContainerOptions) {
    super(scope);
    const { source, variant } = options;
    const path = devContainerPath(variant);
    this.source = source;
    this.variant = variant;
    this.log = new EntryLog(path);
    const guard = FileGuard.of(this);
    this.settled = new WhileStill(
      guard,
      () => new SettledValues(this.log.settle((defaults) => defaults.applyDefaults(this))),
    );
    this.content = new WhileStill(guard, () => this.written());
    this.json = new CommentedJsonFile(this, path, { obj: () => this.render() });
    this.file = this.json;
    const refuse = (what: string, allowed: string, fix: string): never => {
      throw new Mistake({ where: path, what, allowed, fix });
    };
    this.place = { file: path, source, refuse };
    for (const service of source.composeOptions?.runServices ?? []) this.addRunService(service);
    this.configure(options);
    ContainerChecks.of(this)._add(this, () => this.findings());
    guard._addCheckedParts(() =>
      guard._isLeft(this.file.absolutePath) ? {} : { devContainers: [this.checkedPlace()] },
    );
  }

  /** The user in whose shell one works; undefined where it is left to the image. */
  public get remoteUser(): string | undefined {
    return this.values().one("remoteUser");
  }

  /** The project's path in the container; undefined where it is left to the editor. */
  public get workspaceFolder(): string | undefined {
    return this.values().one("workspaceFolder");
  }

  /** The services that are started, the dev container's own first; empty where it is no compose service. */
  public get runServices(): string[] {
    return (this.render().runServices as string[] | undefined) ?? [];
  }

  /**
   * Gives it more properties: lists and maps grow, the rest is set. What the project computes gives way.
   *
   * @throws where a property has another value already, is not valid, or has no effect with the source
   */
  public configure(properties: DevContainerProperties): void {
    for (const name of PROPERTIES) this.give(name, properties[name]);
  }

  /**
   * Adds an argument of `docker build`, one word: `--secret=id=token,env=TOKEN`.
   *
   * @throws where it is empty, or the dev container is not built from a Dockerfile
   */
  public addBuildOption(option: string): void {
    checkBuilt(`the build option ${shown(option)}`, this.place);
    checkBuildOption(option, this.file.path);
    this.log.add({ section: "buildOptions", key: option, value: option });
  }

  /**
   * Adds an image whose layers a build may take over, such as one that `DevContainerPrebuild` pushes.
   *
   * @throws where it is no image reference, or the dev container is not built from a Dockerfile
   */
  public addCacheFrom(image: string): void {
    const value = ImageReference.of(image).toString();
    checkBuilt(`the cache ${shown(image)}`, this.place);
    this.log.add({ section: "cacheFrom", key: value, value });
  }

  /**
   * Adds an extension of VS Code; a leading `-` takes out one that an image or a feature brings.
   *
   * @param id `publisher.name`
   * @throws where it is not valid, or is both wanted and unwanted
   */
  public addExtension(id: string): void {
    this.give("extensions", [id]);
  }

  /**
   * Sets a setting of VS Code.
   *
   * @throws where it is undefined, or set to another value
   */
  public addSetting(key: string, value: unknown): void {
    this.give("settings", { [key]: value });
  }

  /**
   * Adds a plugin for JetBrains IDEs.
   *
   * @param id as it stands on the plugin's page
   * @throws where it is empty
   */
  public addJetbrainsPlugin(id: string): void {
    this.give("jetbrainsPlugins", [id]);
  }

  /**
   * Sets a setting of JetBrains IDEs.
   *
   * @throws where it is undefined, or set to another value
   */
  public addJetbrainsSetting(key: string, value: unknown): void {
    this.give("jetbrainsSettings", { [key]: value });
  }

  /**
   * Lets a codespace of this repository work with another one.
   *
   * @param repository `owner/name`, or `owner/*` for all of the owner
   * @throws where the repository is not valid, or has other permissions
   */
  public addCodespacesRepository(repository: string, permissions: CodespacesPermissions): void {
    this.give("codespacesRepositories", { [repository]: permissions });
  }

  /**
   * Opens a file in a new codespace; the first one is shown.
   *
   * @param path from the repository's folder
   * @throws where it is no path from there
   */
  public addCodespacesOpenFile(path: string): void {
    this.give("codespacesOpenFiles", [path]);
  }

  /**
   * Sets what a tool reads for itself, where there is no method for it.
   *
   * @param tool the tool's name in `customizations`, such as `vscode` or `devpod`
   * @throws where a method is there for it, or it is undefined or set to another value
   * @see https://containers.dev/supporting
   */
  public addCustomization(tool: string, key: string, value: unknown): void {
    this.give("customizations", { [tool]: { [key]: value } });
  }

  /**
   * Asks whoever makes the dev container for a secret, which is an environment variable then. GitHub Codespaces does.
   *
   * @throws where the name or the address is not valid, or it is told otherwise
   */
  public addSecret(name: string, secret: DevContainerSecret = {}): void {
    this.give("secrets", { [name]: { ...secret } });
  }

  /**
   * Forwards a port of the container to the host.
   *
   * @throws where it is no port, or has other attributes
   */
  public addForwardPort(port: number, attributes: PortAttributes = {}): void {
    this.give("forwardPorts", [port]);
    this.addAttributes(`${port}`, attributes);
  }

  /**
   * Forwards a port of another compose service to the host. GitHub Codespaces ignores it.
   *
   * @param host the service's name
   * @throws where the name can't be forwarded from, it is no port, or has other attributes
   */
  public addForwardHostPort(host: string, port: number, attributes: PortAttributes = {}): void {
    checkForwardHost(host, this.file.path);
    const text = `${host}:${Port.tcp(port).value}`;
    this.log.add({ section: "forwardPorts", key: text, value: text });
    this.addAttributes(text, attributes);
  }

  /**
   * Says how ports are treated.
   *
   * @param ports a port, a range such as `4000-5000`, `host:port`, or a regular expression of the process
   * @throws where they have other attributes
   */
  public addPortAttributes(ports: string, attributes: PortAttributes): void {
    this.give("portsAttributes", { [ports]: { ...attributes } });
  }

  /**
   * Sets an environment variable of the container.
   *
   * @throws where the name is not valid, it has another value, or the value would not get there as it is
   */
  public addContainerEnv(name: string, value: string): void {
    this.give("containerEnv", { [name]: value });
  }

  /**
   * Sets an environment variable of what the editor starts.
   *
   * @param value may take up `${containerEnv:NAME}` and `${localEnv:NAME}`
   * @throws where the name is not valid, or has another value
   */
  public addRemoteEnv(name: string, value: string): void {
    this.give("remoteEnv", { [name]: value });
  }

  /**
   * Takes an environment variable away from what the editor starts.
   *
   * @throws where the name is not valid, or has a value
   */
  public unsetRemoteEnv(name: string): void {
    checkVariableName(name, this.file.path);
    this.log.add({ section: "remoteEnv", key: name, value: null });
  }

  /**
   * Mounts something.
   *
   * @throws where something else is mounted there, or the dev container is a compose service and would lose a part of it
   */
  public addMount(mount: DevContainerMount): void {
    this.give("mounts", [mount]);
  }

  /**
   * Adds a feature.
   *
   * @param reference such as `ghcr.io/devcontainers/features/node:1`, or `./.devcontainer/` and a folder of the project
   * @param options text, true or false by name, such as the `version`; the feature's page lists them
   * @throws where the reference or an option is not valid, or the feature is there with another version or other options
   * @see https://containers.dev/features
   */
  public addFeature(reference: string, options: { [option: string]: unknown } = {}): void {
    this.give("features", { [reference]: options });
  }

  /**
   * Adds a command to a step of the life cycle; those of one step run in parallel.
   *
   * @param name the name under which it is logged
   * @throws where the name is empty or has another command, the command is parallel, or an option gives the step another
   */
  public addCommand(step: LifecycleStep, name: string, command: LifecycleCommand): void {
    this.give(step, LifecycleCommand.parallel({ [name]: command }));
  }

  /**
   * Starts another compose service too. Those that the dev container's service depends on start anyway.
   *
   * @throws where the dev container is no compose service, or the name is not valid
   */
  public addRunService(name: string): void {
    checkServiceName(name, this.file.path);
    checkStarts(name, this.place);
    this.log.add({ section: "runServices", key: name, value: name });
  }

  /**
   * Computes values when the file is rendered.
   *
   * @param defaults adds the values
   * @throws where other defaults add them
   */
  public addDefaults(defaults: IDevContainerDefaults): void {
    this.log.addDefaults(defaults);
  }

  private checkedPlace() {
    return { path: pathFromRoot(this.project, this.file.path), folder: pathFromRoot(this.project, "") || "." };
  }

  /**
   * What is to be written, overrides included, as checks read it.
   *
   * @internal
   */
  public _content(): Content {
    return this.content.value;
  }

  /**
   * The paths in the container at which something is mounted.
   *
   * @internal
   */
  public _mountTargets(): string[] {
    const values = this.values();
    const mounts = values.list<DevContainerMount>("mounts") ?? [];
    return [values.one("workspaceMount"), ...mounts].flatMap((mount) => (mount === undefined ? [] : [mount.target]));
  }

  private findings(): Finding[] {
    const guard = FileGuard.of(this);
    if (guard._isLeft(this.file.absolutePath)) return [];
    const { outdir } = this.project;
    const isFirst = guard._tree.componentsOf(this.project).find((each) => each instanceof DevContainer) === this;
    const found = isFirst ? devContainerRivals(outdir, this.file.path, (path) => guard._isRival(path)) : [];
    const tell: Tell = (rule, what, allowed, fix) =>
      void found.push({ rule, where: this.file.path, what, allowed, fix });
    const content = this._content();
    checkCombinations(this.values(), this.source, tell);
    checkWritten(content, this.source, tell);
    checkSecrets(content, tell);
    checkPrivileges(content, tell);
    return found;
  }

  private written(): Content {
    const content = this.json._content();
    return typeof content === "object" ? { ...content } : {};
  }

  private render(): Record<string, unknown> {
    const { source, variant } = this;
    const name = `${this.project.name}${variant === undefined ? "" : ` (${variant})`}`;
    return renderDevContainer({ path: this.file.path, name, source, values: this.values() });
  }

  private values(): SettledValues {
    return this.settled.value;
  }

  private give<K extends keyof DevContainerProperties>(name: K, value: DevContainerProperties[K]): void {
    if (value === undefined) return;
    for (const entry of entriesOf(name, value as Required<DevContainerProperties>[K], this.place)) this.log.add(entry);
  }

  private addAttributes(ports: string, attributes: PortAttributes): void {
    if (Object.keys(attributes).length > 0) this.addPortAttributes(ports, attributes);
  }
}
