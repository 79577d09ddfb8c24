import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { type ObjectFile, Project } from "projen";
import { FileGuard } from "../files/file-guard";
import { pathFromRoot } from "../files/path-from-root";
import { WhileStill } from "../files/while-still";
import { ContainerChecks } from "../findings/container-checks";
import type { Finding } from "../findings/finding";
import { ImageReference } from "../values/image-reference";
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
import { pinServices, pulledImages } from "./pin-services";
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
  private readonly model: WhileStill<ComposeModel>;
  private readonly content: WhileStill<FileContent>;
  private readonly yaml: ComposeYamlFile;
  private readonly includes: RenderedMap[] = [];
  private readonly extensions = new Map<string, Json>();
  private readonly defaults: IComposeFileDefaults[] = [];
  private readonly pins = new Map<string, ImageReference>();

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
    this.yaml = new ComposeYamlFile(this, fileName, {
      obj: () => renderCompose(pinServices(this._model(), this.pins)),
    });
    this.file = this.yaml;
    const guard = FileGuard.of(this);
    this.model = new WhileStill(guard, () => this.computed());
    this.content = new WhileStill(guard, () => readContent(this.yaml._content()));
    ContainerChecks.of(this)._add(this, () => this.findings());
    guard._addCheckedParts(() => this.checkedParts());
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

  /**
   * Has an image taken by its content wherever a service pulls it.
   *
   * @param image its name with the tag, for example `postgres:17`; one that no service pulls changes nothing
   * @param digest `sha256:` and 64 hexadecimal digits
   * @throws where it is no image, or no digest
   */
  public pinImage(image: string, digest: string): void {
    this.pins.set(image, ImageReference.of(image).withDigest(digest));
  }

  /**
   * The images that services pull by a name without a digest of its own, pinned or not; none where people write the file.
   *
   * @internal
   */
  public _pulledImages(): string[] {
    return FileGuard.of(this)._isLeft(this.file.absolutePath) ? [] : pulledImages(this._model());
  }

  /** Adds a generator of secrets. */
  public addDefaults(defaults: IComposeFileDefaults): void {
    this.defaults.push(defaults);
  }

  /**
   * The file as it is now, defaults computed afresh where something may have been added meanwhile.
   *
   * @internal
   */
  public _model(): ComposeModel {
    return this.model.value;
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
    return this.content.value;
  }

  /** Compose reads one that is partial, or left to people, with others, or in other ways. */
  private checkedParts() {
    const { absolutePath, project, path } = this.file;
    return this.isPartial || FileGuard.of(this)._isLeft(absolutePath)
      ? {}
      : { composeFiles: [pathFromRoot(project, path)] };
  }

  /** What compose refuses of the file, or what may fail in it. */
  private findings(): Finding[] {
    const { absolutePath } = this.file;
    const guard = FileGuard.of(this);
    if (guard._isLeft(absolutePath)) return [];
    const isThere = (path: string) => {
      const absolute = resolve(dirname(absolutePath), path);
      return existsSync(absolute) || guard._tree.filesBelow(absolute).length > 0;
    };
    const content = this._content();
    const rivals = composeRivals({ absolutePath, services: Object.keys(content.services) }, (path) =>
      guard._isRival(path),
    );
    const found = contentFindings(content, { isPartial: this.isPartial, isThere }).map((finding) => {
      const { service } = finding;
      const { where } = service === undefined ? this.place : this._placeOf("service", service);
      return { where, ...finding };
    });
    return [...found, ...rivals];
  }
}
