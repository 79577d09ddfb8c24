import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { docker } from "./engine";
import { removeImages } from "./image";
import { repository, runFolder } from "./locations";
import { asPlainUser } from "./plain-user";
import type { Outcome } from "./run";

/** A dev container that the Dev Containers CLI started for a plain user. */
export class DevContainer {
  /** `devcontainer up`: builds and starts it, and runs its life-cycle commands. */
  public static async up(folder: string): Promise<DevContainer> {
    const outcome = await devcontainer(["up", "--workspace-folder", folder], 500);
    const result = outcome.stdout.trim().split("\n").pop() ?? "";
    if (outcome.exitCode !== 0) throw new Error(`devcontainer up failed:\n${result}\n${outcome.stderr.slice(-6000)}`);
    return new DevContainer(folder, JSON.parse(result));
  }

  private constructor(
    private readonly folder: string,
    /** What the CLI says of it. */
    public readonly result: { containerId: string; remoteUser: string; composeProjectName?: string },
  ) {}

  /** `devcontainer exec`: a command in it, with the environment that an editor's terminal has. */
  public exec(command: string[]): Promise<Outcome> {
    return devcontainer(["exec", "--workspace-folder", this.folder, ...command], 200);
  }

  /** Removes the container, and with it the services that were started beside it. */
  public async remove(): Promise<void> {
    const image = await docker(["inspect", "--format", "{{.Config.Image}}", this.result.containerId]);
    const project = this.result.composeProjectName;
    if (project !== undefined) await docker(["compose", "--project-name", project, "down", "--volumes"]);
    else await docker(["rm", "--force", "--volumes", this.result.containerId]);
    // The CLI makes two: one from the Dockerfile, and from that one with the changed UID.
    const name = image.stdout.trim();
    await removeImages([name, name.replace(/-uid$/, "")]);
  }
}

function devcontainer(words: string[], seconds: number): Promise<Outcome> {
  // A copy: the checkout may lie where a plain user can't read.
  const copy = join(runFolder(), "devcontainers-cli");
  if (!existsSync(copy)) {
    const installed = require.resolve("@devcontainers/cli/package.json", { paths: [repository] });
    cpSync(dirname(installed), copy, { recursive: true });
  }
  return asPlainUser([process.execPath, join(copy, "devcontainer.js"), ...words], { seconds });
}
