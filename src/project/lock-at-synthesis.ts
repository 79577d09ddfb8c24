import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Component, type Project } from "projen";
import type { PythonContainer } from "../python/python-container";

/**
 * Makes the lock file in a container after a synth that changed pyproject.toml, or where there is none yet.
 *
 * Without Docker it only says so: the next build would fail with the same advice.
 */
export class LockAtSynthesis extends Component {
  private before?: string;

  constructor(
    project: Project,
    private readonly container: PythonContainer,
  ) {
    super(project);
  }

  public preSynthesize(): void {
    this.before = this.pyprojectOnDisk();
  }

  public postSynthesize(): void {
    const { lockFile } = this.container;
    const locked = existsSync(join(this.project.outdir, lockFile));
    if (locked && this.before === this.pyprojectOnDisk()) return;
    const reason = locked ? `${lockFile} may not match pyproject.toml any more` : `there is no ${lockFile} yet`;
    if (!dockerAnswers()) {
      this.project.logger.warn(`${reason}; run "npx projen lock" where Docker runs, and commit ${lockFile}.`);
      return;
    }
    this.project.logger.info(`${reason}: making it in a container`);
    try {
      this.project.tasks.runTask("lock");
    } catch {
      this.project.logger.error(
        `${lockFile} could not be made; mend what the build says above and run "npx projen lock".`,
      );
    }
  }

  private pyprojectOnDisk(): string | undefined {
    const path = join(this.project.outdir, "pyproject.toml");
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  }
}

function dockerAnswers(): boolean {
  return spawnSync("docker", ["version", "--format", "{{.Server.Version}}"], { timeout: 10_000 }).status === 0;
}
