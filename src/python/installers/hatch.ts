import type { DockerfileBlock } from "../../dockerfile/block";
import type { ProjectFacts } from "../../pyproject/facts";
import type { PythonContainerOptions } from "../python-container-options";
import { deskGroups } from "./desk-groups";
import type { Installer, InstallerContext } from "./installer";
import { PipInstaller } from "./pip";
import { addPylock } from "./pip-lock";
import { addPipxArguments, addPipxProgram, type PipxProgram } from "./pipx";

const VERSION = "1.18.2";

/** hatch, installed by pipx apart from the project's environment, into which pip installs. */
export function hatchInstaller(options: PythonContainerOptions): Installer {
  return new HatchInstaller(options);
}

class HatchInstaller extends PipInstaller {
  private readonly program: PipxProgram = { name: "hatch", argument: "HATCH_VERSION", version: VERSION };

  constructor(private readonly options: PythonContainerOptions) {
    super();
  }

  public inputs(facts: ProjectFacts): string[] {
    return [...super.inputs(facts), "hatch.toml*"];
  }

  public addGlobalArguments(block: DockerfileBlock, facts: ProjectFacts): void {
    super.addGlobalArguments(block, facts);
    addPipxArguments(block, this.program, this.options, facts);
  }

  public addTools(block: DockerfileBlock, context: InstallerContext): void {
    addPipxProgram(block, this.program, context, false);
    this.addPip(block, context);
  }

  /** The lock file is that of the environment default, so that it has what this has beside the project's dependencies. */
  public addLocking(block: DockerfileBlock, context: InstallerContext): void {
    const groups = context.facts.groups.filter(({ value }) => value.isDefault && value.name !== "default");
    block.addRunShell("hatch dep show requirements --env-only >/tmp/default.txt");
    addPylock(block, context, { groups: groups.map(({ value }) => value.name), files: ["/tmp/default.txt"] });
  }

  /** Those for everyday work; where none of them has pytest, the one in which `hatch test` runs it. */
  protected environments(facts: ProjectFacts): string[] {
    const names = [...new Set(["default", ...deskGroups(facts).groups])];
    const chosen = facts.groups.filter(({ value }) => names.includes(value.name));
    const hasPytest = chosen.some(({ value }) => value.requirements.some(({ name }) => name === "pytest"));
    return hasPytest ? names : [...names, "hatch-test"];
  }
}
