import { ProjenrcFile, python, typescript } from "projen";
import { PythonContainer } from "../python/python-container";
import { Automation } from "./automation";
import { LockAtSynthesis } from "./lock-at-synthesis";
import { ProjenrcHost } from "./projenrc-host";
import type { PythonContainerProjectOptions } from "./python-container-project-options";
import { packageManagerOf, pythonProjectOptions } from "./python-project-options";
import { addSampleApplication, sampleAddress } from "./sample-application";
import { tidyProjenrc } from "./tidy-projenrc";

/** With it the service debug is there from the beginning. */
const DEBUGGER = "debugpy";

/**
 * Python project with its Dockerfile, compose file, dev container and .dockerignore.
 *
 * projen manages pyproject.toml, by uv or poetry; neither of them, nor Python, is needed on the host.
 *
 * @pjid python-container
 */
export class PythonContainerProject extends python.PythonProject {
  /** The container files, for changes. */
  public readonly container: PythonContainer;

  /**
   * @throws where the options contradict each other, or ask for what projen can't manage
   */
  constructor(options: PythonContainerProjectOptions) {
    super(pythonProjectOptions(options));
    const hasSample = options.sample ?? true;
    const given = this.initProject ? { ...(hasSample ? sampleAddress : {}), vscodeFiles: true } : {};
    if (this.initProject) {
      tidyProjenrc(this.initProject);
      const tools = hasSample ? { devDeps: [DEBUGGER] } : {};
      Object.assign(this.initProject.args, { ...given, ...tools, ...this.initProject.args });
      // From the next synth on it is in the options.
      if (hasSample) this.addDevDependency(DEBUGGER);
    }

    this.container = new PythonContainer(this, { ...given, ...options, packageManager: packageManagerOf(options) });
    new LockAtSynthesis(this, this.container);
    new Automation(this, options).add(this.container);
    if (hasSample) {
      addSampleApplication(this, { moduleName: options.moduleName, testFolder: this.sampleTestdir });
    }
    const rcFile = ProjenrcFile.of(this);
    if (!this.parent && rcFile instanceof typescript.ProjenrcTs) {
      new ProjenrcHost(this, rcFile, options.projenrcTsOptions?.runner !== undefined);
    }
    // poetry is asked for its environment before every task; a host without poetry has none, and that is fine.
    if (this.envManager instanceof python.Poetry) {
      this.tasks.addEnvironment("VIRTUAL_ENV", "$(poetry env info -p 2>/dev/null || true)");
    }
  }

  /**
   * Leaves the host alone: projen's own Python project would set up an environment there.
   *
   * The task `install` still does so for those who want one.
   */
  public postSynthesize(): void {}
}
