import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Component, type Project } from "projen";
import { addsNothing } from "../files/preparing";
import type { PythonContainer } from "../python/python-container";

/**
 * Makes the lock file in a container where it does not fit pyproject.toml, or there is none yet; where nobody can tell
 * whether it fits, after a synth that changed pyproject.toml.
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
    container._locksAtSynthesis = true;
  }

  public preSynthesize(): void {
    this.before = this.pyprojectOnDisk();
  }

  public postSynthesize(): void {
    const { lockFile, _summary } = this.container;
    const { lockFileFits: fits, canLock } = _summary;
    if (!canLock) return;
    const locked = existsSync(join(this.project.outdir, lockFile));
    if (locked && (fits ?? this.before === this.pyprojectOnDisk())) return;
    const change = fits === false ? "does not match" : "may not match";
    const reason = locked ? `${lockFile} ${change} pyproject.toml any more` : `there is no ${lockFile} yet`;
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
      return;
    }
    // What the images need of Debian depends on it.
    this.container._lockWasMade();
  }

  private pyprojectOnDisk(): string | undefined {
    const path = join(this.project.outdir, "pyproject.toml");
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  }
}

addsNothing(LockAtSynthesis);

function dockerAnswers(): boolean {
  return spawnSync("docker", ["version", "--format", "{{.Server.Version}}"], { timeout: 10_000 }).status === 0;
}
