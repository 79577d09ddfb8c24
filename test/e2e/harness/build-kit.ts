import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BackgroundProgram } from "./background-program";
import { docker, mustDocker } from "./engine";
import { engineScripts, preparedProgram, runFolder } from "./locations";
import type { Registry } from "./registry";
import { mustRun } from "./run";

/** A BuildKit of today beside the one in the engine, as buildx's driver docker-container would start it. */
export class BuildKit {
  /** @param registry stands for all registries */
  public static async start(registry: Registry): Promise<BuildKit> {
    await mustRun([join(engineScripts, "buildkit.sh")], { seconds: 900 });
    const folder = mkdtempSync(join(runFolder(), "buildkit-"));
    const mirrors = ["docker.io", "ghcr.io"].map((host) => `[registry."${host}"]\nmirrors = ["${registry.address}"]\n`);
    writeFileSync(
      join(folder, "config.toml"),
      [...mirrors, `[registry."${registry.address}"]\nhttp = true\n`].join(""),
    );
    const socket = `unix://${join(folder, "socket")}`;
    const paths = ["--config", join(folder, "config.toml"), "--root", join(folder, "root"), "--addr", socket];
    const worker = ["--containerd-worker=false", "--oci-worker-net=host"];
    const name = `e2e-${folder.split("-").at(-1)?.toLowerCase()}`;
    await mustDocker(["buildx", "create", "--name", name, "--driver", "remote", socket]);
    const isReady = async () =>
      (await docker(["buildx", "inspect", "--bootstrap", name], { seconds: 5 })).exitCode === 0;
    const command = [preparedProgram("buildkitd"), ...paths, ...worker];
    return new BuildKit(name, folder, await BackgroundProgram.start(command, join(folder, "log"), isReady));
  }

  private constructor(
    public readonly name: string,
    private readonly folder: string,
    private readonly program: BackgroundProgram,
  ) {}

  /** Builds a target with nothing from the cache, and gives the digest of its image, which covers layers and configuration. */
  public async imageDigest(context: string, target: string): Promise<string> {
    const metadata = join(this.folder, "metadata.json");
    const output = ["--output", `type=oci,dest=/dev/null,rewrite-timestamp=true`, "--provenance=false"];
    const options = ["--builder", this.name, "--no-cache", "--build-arg", "SOURCE_DATE_EPOCH=315532800", ...output];
    const words = ["buildx", "build", ...options, "--metadata-file", metadata, "--target", target, context];
    await mustDocker(words, { seconds: 500 });
    return JSON.parse(readFileSync(metadata, "utf8"))["containerimage.digest"];
  }

  public async stop(): Promise<void> {
    await mustDocker(["buildx", "rm", "--keep-state", this.name]);
    this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
