import type { DockerfileBlock } from "../../dockerfile/block";
import { DockerfileWord } from "../../dockerfile/word";
import { lastVersions } from "../../knowledge/last-versions";
import type { ProjectFacts } from "../../pyproject/facts";
import type { PythonContainerOptions } from "../python-container-options";
import type { Installer, InstallerContext } from "./installer";
import { askingFile, pipBasis, pipReadsLocks } from "./pip-basis";
import { addBackendByPip, addPipSettings, addProjectByPip, compiledLibrary, toolMounts } from "./pip-commands";
import { addDependenciesByPip, addDevelopmentByPip } from "./pip-environment";
import { addPylock } from "./pip-lock";
import { addPipManifest, manifestInputs } from "./pip-manifest";
import { UV_VERSION } from "./uv";

const VERSION = "26.3";

/** pip, a newer one in the place of the image's own. */
export function pipInstaller(options: PythonContainerOptions): Installer {
  return new PipInstaller(options.packageManagerVersion);
}

/** Everything that pip does; a package manager that installs by pip has it too. */
export class PipInstaller implements Installer {
  public readonly addBackend = addBackendByPip;
  public readonly addProject = addProjectByPip;
  public readonly addDependencies = addDependenciesByPip;
  public readonly addDevelopment = addDevelopmentByPip;

  constructor(private readonly version?: string) {}

  public inputs(facts: ProjectFacts): string[] {
    return manifestInputs(facts);
  }

  public addGlobalArguments(block: DockerfileBlock, { python }: ProjectFacts): void {
    block.addArg("PIP_VERSION", { default: this.version ?? lastVersions.pip[python.value.minor] ?? VERSION });
    block.addArg("UV_VERSION", { default: UV_VERSION, comment: "which makes the lock file" });
  }

  public addTools(block: DockerfileBlock, context: InstallerContext): void {
    addPipSettings(block, context);
    this.addPip(block, context);
  }

  /** The pinned pip in the image's Python. */
  protected addPip(block: DockerfileBlock, context: InstallerContext): void {
    const pip = DockerfileWord.join("pip==", DockerfileWord.variable("PIP_VERSION"));
    block.addRunSequence([["pip", "install", pip], compiledLibrary.command], {
      mounts: toolMounts(context),
      comment: compiledLibrary.comment,
    });
  }

  public addLocking(block: DockerfileBlock, context: InstallerContext): void {
    addPylock(block, context);
  }

  public addManifest(block: DockerfileBlock, context: InstallerContext): void {
    addPipManifest(block, context, this.inputs(context.facts), this.environments(context.facts));
  }

  public notes(facts: ProjectFacts): string[] {
    const asks = facts.dependencies.length > 0 || facts.hasDynamicDependencies;
    if (pipBasis(facts).kind !== "project" || !asks) return [];
    // The Dockerfile installs by a lock file only where there was one at the synth.
    const fix = pipReadsLocks(facts)
      ? `run "npx projen lock", then "npx projen", and commit both`
      : "pin every version in requirements.txt";
    return [`There is no lock file: each build installs the newest versions that ${askingFile(facts)} allows; ${fix}.`];
  }

  public developmentInstall(): string[] {
    return ["pip", "install", "--no-deps", "--editable", "."];
  }

  /** The environments of hatch that a developer has. */
  protected environments(_facts: ProjectFacts): string[] {
    return [];
  }
}
