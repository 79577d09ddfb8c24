import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { type ObjectFile, Project } from "projen";
import { FileGuard } from "../files/file-guard";
import type { Mistake } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import { contentFindings } from "./checks/check-content";
import type { FileContent } from "./checks/file-content";
import { readContent } from "./checks/read-content";
import { ComposeItems } from "./compose-items";
import type { ComposeModel } from "./compose-model";
import { composeRivals } from "./compose-rivals";
import type { ComposeValue } from "./compose-value";
import { ComposeYamlFile } from "./compose-yaml-file";
import { type ComposeInclude, parseInclude } from "./file/compose-include";
import { parseFileName, parseProjectName } from "./file/file-names";
import { parseExtension } from "./properties/extensions";
import { Place } from "./properties/place";
import { renderCompose } from "./render/render-compose";
import type { RenderedMap } from "./render/render-map";
import { type Json, RESET } from "./render/yaml-text";
import type { ServiceModel } from "./service/service-properties";
import { usedServices } from "./used-services";

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
  /**
   * Whether it is one of several files that compose reads as one, or that services of others extend: what a service lacks
   * here may stand there.
   *
   * @default false
   */
  readonly isPartial?: boolean;
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
export class ComposeFile extends ComposeItems {
  /** The file itself; its `addOverride` reaches what has no method here yet. */
  public readonly file: ObjectFile;

  private readonly place: Place;
  private readonly projectName?: ComposeValue;
  private readonly isPartial: boolean;
  /** What was computed last, and what stood still then. */
  private known?: { readonly still?: object; readonly model: ComposeModel };
  private readonly yaml: ComposeYamlFile;
  private readonly includes: RenderedMap[] = [];
  private readonly extensions = new Map<string, Json>();
  private readonly defaults: IComposeFileDefaults[] = [];

  /**
   * A compose file of the project.
   *
   * @throws where the file's name has no ending of a YAML file, or the project's name is none
   */
  constructor(scope: IConstruct, options: ComposeFileOptions = {}) {
    const fileName = parseFileName(options.fileName ?? "compose.yaml");
    super(scope, fileName);
    this.place = new Place(fileName, this);
    this.projectName = options.name === undefined ? undefined : parseProjectName(options.name, this.place);
    this.isPartial = options.isPartial ?? false;
    this.yaml = new ComposeYamlFile(this, fileName, { obj: () => renderCompose(this._model()) });
    this.file = this.yaml;
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

  /**
   * Takes off what an earlier one of several compose files says, for example the profiles of a service.
   *
   * @param keys lead to it in the file: `"services", "dev", "profiles"`
   * @see https://github.com/compose-spec/compose-spec/blob/main/13-merge.md#reset-value
   */
  public addReset(...keys: string[]): void {
    this.file.addOverride(keys.map((key) => key.replaceAll(".", "\\.")).join("."), { [RESET]: null });
  }

  /**
   * Takes over what another compose file has.
   *
   * @throws where a path is empty
   */
  public addInclude(include: ComposeInclude): void {
    this.includes.push(parseInclude(include, this.place));
  }

  /**
   * Adds an extension, which compose passes over.
   *
   * @param name starts with `x-`
   * @param value of any shape
   * @throws where the name is none
   */
  // biome-ignore lint/suspicious/noExplicitAny: compose allows any shape, and jsii knows no unknown
  public addExtension(name: string, value: any): void {
    this.extensions.set(name, parseExtension(name, value, this.place));
  }

  /** Adds a generator of secrets. */
  public addDefaults(defaults: IComposeFileDefaults): void {
    this.defaults.push(defaults);
  }

  /**
   * Checks what is known only when everything was added, and tells of files that compose takes besides; projen calls it
   * before it writes a file.
   *
   * @throws where compose would refuse the file: services wait for each other in a circle, one has no image, two have one
   * container name, and the like
   */
  public preSynthesize(): void {
    super.preSynthesize();
    const guard = FileGuard.of(this);
    guard._check(this);
    const { absolutePath } = this.file;
    if (guard._isLeft(absolutePath)) return;
    guard._holdStill(() => {
      const content = this._content();
      const generated = { absolutePath, services: Object.keys(content.services) };
      const rivals = composeRivals(generated, (path) => guard._isRival(path));
      const doubts = this.mistakes(content).flatMap(({ mistake, mayWork }) => (mayWork ? [mistake.message] : []));
      for (const text of [...rivals, ...doubts]) this.project.logger.warn(text);
    });
  }

  /**
   * The file as it is now, defaults computed afresh where something may have been added meanwhile.
   *
   * @internal
   */
  public _model(): ComposeModel {
    const { _still: still } = FileGuard.of(this);
    if (still === undefined || this.known?.still !== still) this.known = { still, model: this.computed() };
    return this.known.model;
  }

  /**
   * One service as it is now, left out of the file or not: where nothing is asked of the others.
   *
   * @internal
   */
  public _serviceModel(name: string): ServiceModel {
    this.applyDefaults();
    return this.findService(name)._model();
  }

  private applyDefaults(): void {
    this._computeSecrets(() => {
      for (const each of this.defaults) each.applyDefaults(this);
    });
  }

  private computed(): ComposeModel {
    this.applyDefaults();
    const byName = <T, M>(items: readonly (T & { readonly name: string })[], model: (item: T) => M) =>
      new Map(items.map((item) => [item.name, model(item)]));
    const services = usedServices(this.services);
    const mounted = new Set([...services.values()].flatMap(({ volumes = [] }) => volumes.map(({ source }) => source)));
    const volumes = this.volumes.filter(({ name, _omitIfUnused }) => !_omitIfUnused || mounted.has(name));
    return {
      name: this.projectName,
      include: this.includes,
      services,
      networks: byName(this.networks, (network) => network._model),
      volumes: byName(volumes, (volume) => volume._model),
      secrets: byName(this.secrets, (secret) => secret._model),
      configs: byName(this.configs, (config) => config._model),
      models: byName(this.models, (model) => model._model),
      extensions: this.extensions,
    };
  }

  /**
   * What is to be written, overrides included, as checks read it.
   *
   * @internal
   */
  public _content(): FileContent {
    return readContent(this.yaml._content());
  }

  private check(): void {
    if (FileGuard.of(this)._isLeft(this.file.absolutePath)) return;
    for (const { mistake, mayWork } of this.mistakes(this._content())) if (!mayWork) throw mistake;
  }

  private mistakes(content: FileContent): { readonly mistake: Mistake; readonly mayWork: boolean }[] {
    const folder = dirname(this.file.absolutePath);
    const isThere = (path: string) => {
      const absolute = resolve(folder, path);
      return existsSync(absolute) || this.project.root.tryFindFile(absolute) !== undefined;
    };
    return contentFindings(content, { isPartial: this.isPartial, isThere }).map(([name, { mayWork, ...parts }]) => {
      const place = name === undefined ? this.place : this._placeOf("service", name);
      return { mistake: place.mistake(parts), mayWork: mayWork ?? false };
    });
  }
}
