import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import { isUnwritableKey, WRITABLE_KEY } from "../values/unwritable-key";
import { checkBuildOption } from "./check-build-option";
import { checkServiceName } from "./entry-keys";
import { projectPath } from "./project-path";

/** The stage of a Dockerfile that a dev container is made of. */
export interface DevContainerDockerfileOptions {
  /**
   * The Dockerfile's path from the project's folder.
   * @default "Dockerfile"
   */
  readonly dockerfile?: string;
  /**
   * The build context's path from the project's folder.
   * @default "."
   */
  readonly context?: string;
  /**
   * The stage that is built.
   * @default - the last stage
   */
  readonly target?: string;
  /**
   * Values of the Dockerfile's ARGs; all of them are text.
   * @default - the defaults that the Dockerfile gives them
   */
  readonly args?: { [name: string]: string };
  /**
   * More arguments of `docker build`.
   * @default - none
   */
  readonly options?: string[];
  /**
   * Images whose layers may be taken over.
   * @default - none
   */
  readonly cacheFrom?: string[];
}

/** The service of compose files that a dev container is. */
export interface DevContainerComposeOptions {
  /**
   * The compose files' paths from the project's folder; a later one overrides an earlier one.
   * @default ["compose.yaml"]
   */
  readonly files?: string[];
  /** The service in which one works. */
  readonly service: string;
  /**
   * Services to start besides it; those that it depends on start anyway.
   * @default - none
   */
  readonly runServices?: string[];
}

/** What a dev container is made of. */
export class DevContainerSource {
  /**
   * An image as it is.
   *
   * @param reference for example `mcr.microsoft.com/devcontainers/base:trixie`
   * @throws where it is no image reference
   */
  public static image(reference: string): DevContainerSource {
    return new DevContainerSource(ImageReference.of(reference).toString());
  }

  /**
   * A stage of a Dockerfile.
   *
   * @throws where a path is not one from the project's folder, or an ARG has no text
   */
  public static dockerfile(options: DevContainerDockerfileOptions = {}): DevContainerSource {
    for (const [name, value] of Object.entries(options.args ?? {})) {
      if (isUnwritableKey(name)) {
        const what = `there is a build argument ${shown(name)}`;
        throw new Mistake({ where: "DevContainerSource.dockerfile", what, ...WRITABLE_KEY });
      }
      if (typeof value === "string") continue;
      throw new Mistake({
        where: "DevContainerSource.dockerfile",
        what: `the build argument ${shown(name)} is ${shown(value)}`,
        allowed: "devcontainer.json takes text alone",
        fix: `write ${shown(String(value))}`,
      });
    }
    for (const option of options.options ?? []) checkBuildOption(option, "DevContainerSource.dockerfile");
    const build = {
      ...options,
      dockerfile: projectPath(options.dockerfile ?? "Dockerfile", "DevContainerSource.dockerfile"),
      context: projectPath(options.context ?? ".", "DevContainerSource.dockerfile"),
    };
    return new DevContainerSource(undefined, build);
  }

  /**
   * A service of compose files.
   *
   * @throws where there is no file, a path is not one from the project's folder, or the service's name is not valid
   */
  public static composeService(options: DevContainerComposeOptions): DevContainerSource {
    const where = "DevContainerSource.composeService";
    const files = (options.files ?? ["compose.yaml"]).map((file) => projectPath(file, where));
    const folder = files.find((file) => /(?:^|\/)\.{1,2}$/.test(file));
    if (folder !== undefined) {
      throw new Mistake({ where, what: `the compose file ${shown(folder)} is a folder`, fix: "name the file in it" });
    }
    if (files.length === 0) {
      throw new Mistake({ where, what: "there is no compose file", fix: 'name one, or leave "files" out' });
    }
    for (const service of [options.service, ...(options.runServices ?? [])]) checkServiceName(service, where);
    return new DevContainerSource(undefined, undefined, { ...options, files });
  }

  private constructor(
    /** The image; undefined where it is made of something else. */
    public readonly imageReference?: string,
    /** The stage of a Dockerfile, paths from the project's folder; undefined where it is made of something else. */
    public readonly dockerfileOptions?: DevContainerDockerfileOptions,
    /** The service of compose files, paths from the project's folder; undefined where it is made of something else. */
    public readonly composeOptions?: DevContainerComposeOptions,
  ) {}
}
