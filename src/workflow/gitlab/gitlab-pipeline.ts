import type { IConstruct } from "constructs";
import { Component, gitlab } from "projen";
import { addsNothing } from "../../files/preparing";
import type { PythonContainer } from "../../python/python-container";
import { ImageReference } from "../../values/image-reference";
import { Mistake, shown } from "../../values/mistake";
import { checkMinutes } from "../check-minutes";
import { TIMEOUT_MINUTES } from "../concurrency";
import type { WorkflowImageOptions } from "../container-workflow-options";
import { type GitlabImage, gitlabImage } from "./gitlab-image";
import { gitlabJobs, PIPELINE_RULES, STAGES } from "./gitlab-jobs";
import type { GitlabPipelineOptions } from "./gitlab-pipeline-options";

const WHERE = "GitlabPipeline";

/**
 * A pipeline of GitLab that checks the generated files, runs the tests in the dev container and builds the app image; from
 * the default branch and from tags it pushes the image.
 *
 * The jobs need a runner that may start privileged containers, for Docker in Docker. Secrets and SSH keys are CI/CD
 * variables, which a job has as they are.
 *
 * @see https://docs.gitlab.com/ci/yaml/
 */
export class GitlabPipeline extends Component {
  /** The configuration, in the root project, for jobs of your own; the overrides of its file change those that are here. */
  public readonly configuration: gitlab.CiConfiguration;
  private readonly options: GitlabPipelineOptions;
  private readonly images: GitlabImage[] = [];

  /**
   * @param scope the project, or a component of it
   * @param container what is tested and built
   * @throws where an option is not valid
   */
  constructor(scope: IConstruct, container: PythonContainer, options: GitlabPipelineOptions = {}) {
    super(scope);
    this.options = options;
    checkMinutes(WHERE, options.timeoutMinutes);
    for (const [image, version] of [
      ["node", options.nodeVersion],
      ["docker", options.dockerVersion],
    ]) {
      if (version !== undefined) ImageReference.of(`${image}:${version}`);
    }
    this.addContainer(container, options);
    const path = options.path ?? ".gitlab-ci.yml";
    if (this.project.root.tryFindFile(path) !== undefined) {
      throw new Mistake({
        where: WHERE,
        what: `${path} is generated already`,
        fix: "leave out the option gitlabPipeline or this one, or give this one another path",
      });
    }
    this.configuration = new gitlab.CiConfiguration(this.project.root, "gitlab-ci", {
      path,
      stages: STAGES,
      workflow: { rules: PIPELINE_RULES },
      default: { interruptible: true },
    });
  }

  /**
   * Adds one more container of the repository: the files are checked once, and it gets jobs of its own, which have the name
   * of its folder.
   *
   * @throws where an option is not valid, or the image is pushed for another container too
   */
  public addContainer(container: PythonContainer, options: WorkflowImageOptions = {}): void {
    const image = gitlabImage(WHERE, container, options, this.options);
    if (this.images.some(({ name }) => name === image.name)) {
      throw new Mistake({
        where: WHERE,
        what: `the image ${shown(image.name)} is pushed for another container too`,
        fix: "give each its own imageName",
      });
    }
    this.images.push(image);
  }

  /** Fills in the jobs, which hang on what the containers tell. */
  public preSynthesize(): void {
    super.preSynthesize();
    const { timeoutMinutes = TIMEOUT_MINUTES, nodeVersion = "24", dockerVersion = "29", installCommand } = this.options;
    const { check = true, tests = true, images = true } = this.options;
    const has = { check, tests, images };
    const model = { images: this.images, timeoutMinutes, nodeVersion, dockerVersion, installCommand, has };
    Object.assign(this.configuration.jobs, gitlabJobs(model));
  }
}

addsNothing(GitlabPipeline);
