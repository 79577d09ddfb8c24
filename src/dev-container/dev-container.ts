import type { IConstruct } from "constructs";
import { Component, type JsonFile } from "projen";
import { FileGuard } from "../files/file-guard";
import { Mistake, shown } from "../values/mistake";
import { Port } from "../values/port";
import { addOptions, addWholeCommands } from "./add-options";
import { checkOptions } from "./check-options";
import { DevContainerFile } from "./dev-container-file";
import type { DevContainerMount } from "./dev-container-mount";
import type { DevContainerOptions } from "./dev-container-options";
import { devContainerRivals } from "./dev-container-rivals";
import type { DevContainerSource } from "./dev-container-source";
import { checkEnvironment, checkForwardHost, checkServiceName, extensionKey, featureKey } from "./entry-keys";
import { EntryLog, type EntrySection } from "./entry-log";
import type { LifecycleCommand } from "./lifecycle-command";
import type { LifecycleStep } from "./lifecycle-step";
import { targetPath } from "./mount-path";
import type { PortAttributes } from "./port-attributes";
import { renderDevContainer } from "./render-dev-container";

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

/**
 * A dev container: the environment that an editor or GitHub Codespaces opens the project in.
 *
 * @see https://containers.dev/implementors/spec/
 */
export class DevContainer extends Component {
  /** The file devcontainer.json; its overrides are the way to properties that have no method. */
  public readonly file: JsonFile;
  /** What the dev container is made of. */
  public readonly source: DevContainerSource;
  /** The user in whose shell one works; undefined where it is left to the image. */
  public readonly remoteUser?: string;
  /** The project's path in the container; undefined where it is left to the editor. */
  public readonly workspaceFolder?: string;

  private readonly name: string;
  private readonly options: DevContainerOptions;
  private readonly log: EntryLog<IDevContainerDefaults>;

  /**
   * @param scope the project, or a component of it
   * @throws where an option is not valid, or has no effect with the source
   */
  constructor(scope: IConstruct, options: DevContainerOptions) {
    super(scope);
    const { variant } = options;
    if (variant !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(variant)) {
      throw new Mistake({
        where: "DevContainer",
        what: `the variant ${shown(variant)} is not valid`,
        allowed: "it is the name of one folder: letters, digits and _ . -",
        fix: "rename it; the option name is free",
      });
    }
    const path = [".devcontainer", ...(variant === undefined ? [] : [variant]), "devcontainer.json"].join("/");
    checkOptions(options, path);
    this.name = options.name ?? `${this.project.name}${variant === undefined ? "" : ` (${variant})`}`;
    const workspaceFolder = options.workspaceFolder && targetPath(options.workspaceFolder, `${path} workspaceFolder`);
    this.options = { ...options, workspaceFolder };
    this.source = options.source;
    this.remoteUser = options.remoteUser;
    this.workspaceFolder = workspaceFolder;
    this.log = new EntryLog(path);
    this.file = new DevContainerFile(this, path, { obj: () => this.render() });
    addOptions(this, options);
    addWholeCommands(this.log, options);
  }

  /** The services that are started, the dev container's own first; empty where it is no compose service. */
  public get runServices(): string[] {
    return (this.render().runServices as string[] | undefined) ?? [];
  }

  /**
   * Adds an argument of `docker build`, one word: `--secret=id=token,env=TOKEN`.
   *
   * @throws where it is empty, or the dev container is not built from a Dockerfile
   */
  public addBuildOption(option: string): void {
    if (this.source.dockerfileOptions === undefined) {
      throw new Mistake({
        where: this.file.path,
        what: `the build option ${shown(option)} would have no effect`,
        allowed: "build options are for a stage of a Dockerfile, and the source is none",
        fix: "use DevContainerSource.dockerfile",
      });
    }
    this.addKeyed("buildOptions", option, option);
  }

  /**
   * Adds an extension of VS Code; a leading `-` takes out one that an image or a feature brings.
   *
   * @param id `publisher.name`
   * @throws where it is not valid, or is both wanted and unwanted
   */
  public addExtension(id: string): void {
    this.log.add("extensions", extensionKey(id, this.file.path), id);
  }

  /**
   * Sets a setting of VS Code.
   *
   * @throws where it is undefined, or set to another value
   */
  public addSetting(key: string, value: unknown): void {
    this.addKeyed("settings", key, value);
  }

  /**
   * Adds a plugin for JetBrains IDEs.
   *
   * @param id as it stands on the plugin's page
   * @throws where it is empty
   */
  public addJetbrainsPlugin(id: string): void {
    this.addKeyed("jetbrainsPlugins", id, id);
  }

  /**
   * Sets a setting of JetBrains IDEs.
   *
   * @throws where it is undefined, or set to another value
   */
  public addJetbrainsSetting(key: string, value: unknown): void {
    this.addKeyed("jetbrainsSettings", key, value);
  }

  /**
   * Forwards a port of the container to the host.
   *
   * @throws where it is no port, or has other attributes
   */
  public addForwardPort(port: number, attributes: PortAttributes = {}): void {
    const { value } = Port.tcp(port);
    this.log.add("forwardPorts", `${value}`, value);
    this.addAttributes(`${value}`, attributes);
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
    this.log.add("forwardPorts", text, text);
    this.addAttributes(text, attributes);
  }

  /**
   * Says how ports are treated.
   *
   * @param ports a port, a range such as `4000-5000`, `host:port`, or a regular expression of the process
   * @throws where they have other attributes
   */
  public addPortAttributes(ports: string, attributes: PortAttributes): void {
    this.addKeyed("portsAttributes", ports, { ...attributes });
  }

  /**
   * Sets an environment variable of the container.
   *
   * @throws where the name is not valid, or has another value
   */
  public addContainerEnv(name: string, value: string): void {
    checkEnvironment(name, value, this.file.path);
    this.log.add("containerEnv", name, value);
  }

  /**
   * Sets an environment variable of what the editor starts.
   *
   * @param value may take up `${containerEnv:NAME}` and `${localEnv:NAME}`
   * @throws where the name is not valid, or has another value
   */
  public addRemoteEnv(name: string, value: string): void {
    checkEnvironment(name, value, this.file.path);
    this.log.add("remoteEnv", name, value);
  }

  /**
   * Takes an environment variable away from what the editor starts.
   *
   * @throws where the name is not valid, or has a value
   */
  public unsetRemoteEnv(name: string): void {
    checkEnvironment(name, "", this.file.path);
    this.log.add("remoteEnv", name, null);
  }

  /**
   * Mounts something.
   *
   * @throws where something else is mounted there, or it is read-only and the dev container is a compose service
   */
  public addMount(mount: DevContainerMount): void {
    if (mount.readOnly && this.source.composeOptions !== undefined) {
      throw new Mistake({
        where: this.file.path,
        what: `the mount at ${shown(mount.target)} would not be read-only`,
        allowed: "for a compose service the Dev Containers CLI drops readOnly",
        fix: "mount it in the service of the compose file",
      });
    }
    this.log.add("mounts", mount.target, mount);
  }

  /**
   * Adds a feature.
   *
   * @param reference such as `ghcr.io/devcontainers/features/git:1`, or `./.devcontainer/` and a folder of the project
   * @throws where the reference is not valid, or the feature is there with another version or other options
   * @see https://containers.dev/features
   */
  public addFeature(reference: string, options: { [option: string]: unknown } = {}): void {
    const { key, name } = featureKey(reference, this.file.path);
    this.log.add("features", key, [name, { ...options }]);
  }

  /**
   * Adds a command to a step of the life cycle; those of one step run in parallel.
   *
   * @param name the name under which it is logged
   * @throws where the name is empty or has another command, the command is parallel, or an option gives the step another
   */
  public addCommand(step: LifecycleStep, name: string, command: LifecycleCommand): void {
    this.addKeyed(`commands.${step}`, name, command._single(`${this.file.path} ${step}`));
  }

  /**
   * Starts another compose service too. Those that the dev container's service depends on start anyway.
   *
   * @throws where the dev container is no compose service, or the name is not valid
   */
  public addRunService(name: string): void {
    checkServiceName(name, this.file.path);
    if (this.source.composeOptions === undefined) {
      throw new Mistake({
        where: this.file.path,
        what: `the service ${shown(name)} would not be started`,
        allowed: "runServices is for a compose service, and the source is none",
        fix: "use DevContainerSource.composeService",
      });
    }
    this.log.add("runServices", name, name);
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

  /** Tells of files that editors find beside this one; projen calls it before it writes a file. */
  public preSynthesize(): void {
    super.preSynthesize();
    const { components, outdir, logger } = this.project;
    const guard = FileGuard.of(this);
    const isFirst = components.find((each) => each instanceof DevContainer) === this;
    if (!isFirst || guard._isLeft(this.file.absolutePath)) return;
    const rivals = devContainerRivals(outdir, this.file.path, (path) => guard._isRival(path));
    for (const text of rivals) logger.warn(text);
  }

  private render(): Record<string, unknown> {
    const entries = this.log.settle((defaults) => defaults.applyDefaults(this));
    return renderDevContainer({ path: this.file.path, name: this.name, options: this.options, entries });
  }

  private addKeyed(section: EntrySection, key: string, value: unknown): void {
    if (key === "" || value === undefined) {
      throw new Mistake({
        where: this.file.path,
        what: `${section.replace("commands.", "")} has ${key === "" ? "an empty key" : `no value for ${shown(key)}`}`,
        fix: "give one, or leave the call out",
      });
    }
    this.log.add(section, key, value);
  }

  private addAttributes(ports: string, attributes: PortAttributes): void {
    if (Object.keys(attributes).length > 0) this.addPortAttributes(ports, attributes);
  }
}
