import type { IConstruct } from "constructs";
import { Component, type YamlFile } from "projen";
import type { PythonContainer } from "../python/python-container";
import { Mistake, shown } from "../values/mistake";
import { checkMinutes } from "./check-minutes";
import { TIMEOUT_MINUTES } from "./concurrency";
import type { ContainerWorkflowOptions, WorkflowImageOptions } from "./container-workflow-options";
import { checkPlainText, workflowName } from "./plain-text";
import { registryAccount } from "./registry-account";
import { renderContainerWorkflow } from "./render-container-workflow";
import { usedActions } from "./used-action";
import { WorkflowFile } from "./workflow-file";
import { type WorkflowImage, workflowImage } from "./workflow-image";
import type { WorkflowModel } from "./workflow-model";

const WHERE = "ContainerWorkflow";

/**
 * A workflow of GitHub that checks the generated files, runs the tests in the dev container and builds the app image; from
 * the branch and from tags it pushes the image.
 *
 * What jobs need of secrets, SSH and platforms follows from the container, and is asked when the file is written.
 *
 * @see https://docs.github.com/en/actions/reference/workflow-syntax-for-github-actions
 */
export class ContainerWorkflow extends Component {
  /** The workflow's file, in the root project; its overrides are the way to what has no option. */
  public readonly file: YamlFile;
  private readonly options: ContainerWorkflowOptions;
  private readonly images: WorkflowImage[] = [];

  /**
   * @param scope the project, or a component of it
   * @param container what is tested and built
   * @throws where an option is not valid, or another workflow has the file or pushes the image
   */
  constructor(scope: IConstruct, container: PythonContainer, options: ContainerWorkflowOptions = {}) {
    super(scope);
    const { root } = this.project;
    this.options = options;
    checkMinutes(WHERE, options.timeoutMinutes);
    checkPlainText(WHERE, "branch", options.branch ?? "");
    checkPlainText(WHERE, "tagPattern", options.tagPattern ?? "");
    this.addContainer(container, options);
    const [{ folder }] = this.images;
    const name = workflowName(WHERE, options.workflowName, ["container", folder]);
    const path = `.github/workflows/${name}.yml`;
    if (root.tryFindFile(path) !== undefined) {
      throw new Mistake({
        where: WHERE,
        what: `${path} is generated already`,
        fix: "leave out the option containerWorkflow or this one, or give this one another workflowName",
      });
    }
    const obj = () => renderContainerWorkflow(this.model(name), usedActions(root));
    this.file = new WorkflowFile(root, path, { obj, committed: true });
  }

  /**
   * Adds one more container of the repository: the files are checked once, and it gets jobs of its own, which have the name
   * of its folder.
   *
   * @throws where an option is not valid, or the image is pushed for another container too
   */
  public addContainer(container: PythonContainer, options: WorkflowImageOptions = {}): void {
    if (container.project.root !== this.project.root) {
      throw new Mistake({
        where: WHERE,
        what: `the container of the project ${shown(container.project.name)} is not synthesized with this workflow`,
        allowed: "both belong to the same root project",
        fix: "make a workflow in the other project",
      });
    }
    const image = workflowImage(container, options);
    checkPlainText(WHERE, "the project's folder", image.folder);
    registryAccount(WHERE, image.name, image.registry, this.options);
    const others = this.project.root.node.findAll().filter((each) => each instanceof ContainerWorkflow);
    if (others.some(({ images }) => images.some(({ name }) => name === image.name))) {
      throw new Mistake({
        where: WHERE,
        what: `the image ${shown(image.name)} is pushed for another container too`,
        fix: "give each its own imageName",
      });
    }
    this.images.push(image);
  }

  private model(name: string): WorkflowModel {
    const { branch = "main", tagPattern = "v*", runsOn = "ubuntu-latest", nodeVersion = "24" } = this.options;
    const { timeoutMinutes = TIMEOUT_MINUTES, installCommand } = this.options;
    const { check = true, tests = true, images = true } = this.options;
    return {
      name,
      branch,
      tagPattern,
      runsOn,
      timeoutMinutes,
      node: { nodeVersion, installCommand },
      images: this.images,
      has: { check, tests, images },
      account: (image) => registryAccount(WHERE, image.name, image.registry, this.options),
    };
  }
}
