import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { docker } from "./engine";
import { removeImages } from "./image";
import { repository, runFolder } from "./locations";
import { asPlainUser, plainUserId } from "./plain-user";
import type { Outcome } from "./run";

/** A dev container that the Dev Containers CLI started for a plain user. */
export class DevContainer {
  /**
   * `devcontainer up`: builds and starts it, and runs its life-cycle commands.
   *
   * @param uid the user who starts it
   */
  public static async up(folder: string, uid = plainUserId): Promise<DevContainer> {
    return new DevContainer(folder, uid, await up(folder, uid));
  }

  private constructor(
    private readonly folder: string,
    private readonly uid: number,
    private started: Started,
  ) {}

  /** What the CLI says of it. */
  public get result(): UpResult {
    return this.started.result;
  }

  /** What the life-cycle commands printed, among what the CLI tells of its own work. */
  public get log(): string {
    return this.started.log;
  }

  /** `devcontainer exec`: a command in it, with the environment that an editor's terminal has. */
  public exec(command: string[]): Promise<Outcome> {
    return devcontainer(["exec", "--workspace-folder", this.folder, ...command], 200, this.uid);
  }

  /** Builds and starts it again from nothing, as "Rebuild Container" of an editor does. */
  public async rebuild(): Promise<void> {
    this.started = await up(this.folder, this.uid, ["--remove-existing-container"]);
  }

  /** The services that have a container; none where it is no service itself. */
  public async services(): Promise<string[]> {
    const names = await this.containers([], '{{.Label "com.docker.compose.service"}}');
    return names.sort();
  }

  /** The container of a service that was started beside it. */
  public async idOf(service: string): Promise<string> {
    return (await this.containers(["--filter", `label=com.docker.compose.service=${service}`], "{{.ID}}"))[0];
  }

  private async containers(filters: string[], format: string): Promise<string[]> {
    const label = `label=com.docker.compose.project=${this.result.composeProjectName}`;
    const { stdout } = await docker(["ps", "--all", "--filter", label, ...filters, "--format", format]);
    return stdout.trim().split("\n");
  }

  /** Removes the container with its volumes, and with it the services that were started beside it. */
  public async remove(): Promise<void> {
    const { containerId, composeProjectName: project } = this.result;
    const format = '{{.Config.Image}}{{range .Mounts}}{{if eq .Type "volume"}} {{.Name}}{{end}}{{end}}';
    const found = await docker(["inspect", "--format", format, containerId]);
    const [image, ...volumes] = found.stdout.trim().split(" ");
    if (project !== undefined) await docker(["compose", "--project-name", project, "down", "--volumes"]);
    else await docker(["rm", "--force", "--volumes", containerId]);
    for (const volume of volumes) await docker(["volume", "rm", "--force", volume]);
    // The CLI makes two: one from the Dockerfile, and from that one with the changed UID.
    await removeImages([image, image.replace(/-uid$/, "")]);
  }
}

interface UpResult {
  readonly containerId: string;
  readonly remoteUser: string;
  readonly remoteWorkspaceFolder: string;
  readonly composeProjectName?: string;
}

interface Started {
  readonly result: UpResult;
  readonly log: string;
}

async function up(folder: string, uid: number, more: string[] = []): Promise<Started> {
  const { stdout, stderr, exitCode } = await devcontainer(["up", "--workspace-folder", folder, ...more], 500, uid);
  const result = stdout.trim().split("\n").pop() ?? "";
  if (exitCode !== 0) throw new Error(`devcontainer up failed:\n${result}\n${stderr.slice(-6000)}`);
  return { result: JSON.parse(result), log: stderr };
}

function devcontainer(words: string[], seconds: number, uid: number): Promise<Outcome> {
  // A copy: the checkout may lie where a plain user can't read.
  const copy = join(runFolder(), "devcontainers-cli");
  if (!existsSync(copy)) {
    const installed = require.resolve("@devcontainers/cli/package.json", { paths: [repository] });
    cpSync(dirname(installed), copy, { recursive: true });
  }
  return asPlainUser([process.execPath, join(copy, "devcontainer.js"), ...words], { seconds }, uid);
}
