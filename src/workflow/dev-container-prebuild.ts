import { posix } from "node:path";
import type { IConstruct } from "constructs";
import { Component, type YamlFile } from "projen";
import type { DevContainer } from "../dev-container/dev-container";
import { ImageReference } from "../values/image-reference";
import { Mistake, shown } from "../values/mistake";
import { relativePath } from "../values/relative-path";
import type { DevContainerPrebuildOptions } from "./dev-container-prebuild-options";
import { checkPlainText, workflowName } from "./plain-text";
import { type RegistryAccount, registryAccount } from "./registry-account";
import { renderPrebuild } from "./render-prebuild";
import { usedActions } from "./used-action";
import { WorkflowFile } from "./workflow-file";

const WHERE = "DevContainerPrebuild";

/**
 * A workflow of GitHub that builds a dev container ahead and pushes its image, whose layers everybody's build takes over.
 *
 * @see https://github.com/devcontainers/ci
 */
export class DevContainerPrebuild extends Component {
  /** The workflow's file, in the root project. */
  public readonly file: YamlFile;
  /** The image that is pushed. */
  public readonly imageName: string;
  /** @internal */
  public readonly _devContainer: DevContainer;
  /** @internal */
  public readonly _registry: RegistryAccount;

  /**
   * Names the image in devcontainer.json too, where the dev container is built from a Dockerfile. A compose service takes
   * its layers over where the compose file names the image in `cache_from`.
   *
   * @param scope the project, or a component of it
   * @param devContainer what is built
   * @throws where an option is not valid, or another dev container has the image
   */
  constructor(scope: IConstruct, devContainer: DevContainer, options: DevContainerPrebuildOptions) {
    super(scope);
    const { root } = this.project;
    const { branch = "main", runCommand, runsOn = "ubuntu-latest" } = options;
    const image = ImageReference.of(options.imageName);
    this.imageName = image.toString();
    this.checkImage(image);
    this._devContainer = devContainer;
    this._registry = registryAccount(WHERE, this.imageName, image.registry, options);
    const subFolder = relativePath(root.outdir, devContainer.project.outdir);
    const { variant, file } = devContainer;
    checkPlainText(WHERE, "branch", branch);
    checkPlainText(WHERE, "the project's folder", subFolder);
    const name = workflowName(WHERE, options.workflowName, ["dev-container", subFolder, variant ?? ""]);
    const model = {
      name,
      branch,
      runsOn,
      registry: this._registry,
      inputs: {
        imageName: [...(image.registry === undefined ? [] : [image.registry]), image.repository].join("/"),
        imageTag: image.tag,
        cacheFrom: this.imageName,
        subFolder: subFolder === "" ? undefined : subFolder,
        configFile: variant === undefined ? undefined : posix.join(subFolder, file.path),
        runCmd: runCommand,
      },
    };
    // Late: the project may say after this which versions of actions it uses.
    const obj = () => renderPrebuild(model, usedActions(root));
    this.file = new WorkflowFile(root, `.github/workflows/${name}.yml`, { obj, committed: true });
    if (devContainer.source.dockerfileOptions !== undefined) devContainer.addCacheFrom(this.imageName);
  }

  private checkImage({ digest }: ImageReference): void {
    const refuse = (what: string, fix: string): never => {
      throw new Mistake({ where: WHERE, what: `the image ${shown(this.imageName)} ${what}`, fix });
    };
    if (digest !== undefined) refuse("has a digest, which is known only when it is built", "leave the digest out");
    const others = this.project.root.node.findAll().filter((each) => each !== this);
    const rival = others.some((each) => each instanceof DevContainerPrebuild && each.imageName === this.imageName);
    if (rival) refuse("is pushed for another dev container too", "give each its own, such as one with another tag");
  }
}
