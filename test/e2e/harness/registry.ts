import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { BackgroundProgram } from "./background-program";
import { docker, mustDocker } from "./engine";
import { engineScripts, preparedProgram, runFolder } from "./locations";
import { mustRun } from "./run";

/** A registry on this machine, with images of this machine; both engines reach it. */
export class Registry {
  public static async start(): Promise<Registry> {
    await mustRun([join(engineScripts, "registry.sh")], { seconds: 600 });
    const folder = mkdtempSync(join(runFolder(), "registry-"));
    const address = `127.0.0.1:${await freePort()}`;
    const storage = { filesystem: { rootdirectory: join(folder, "data") } };
    writeFileSync(join(folder, "config.yml"), JSON.stringify({ version: 0.1, storage, http: { addr: address } }));
    const isReady = async () => (await fetch(`http://${address}/v2/`).catch(() => undefined))?.ok === true;
    const command = [preparedProgram("docker-registry"), "serve", join(folder, "config.yml")];
    return new Registry(address, folder, await BackgroundProgram.start(command, join(folder, "log"), isReady));
  }

  private readonly names: string[] = [];

  private constructor(
    /** Host and port. */
    public readonly address: string,
    private readonly folder: string,
    private readonly program: BackgroundProgram,
  ) {}

  /**
   * Takes an image of this machine.
   *
   * @param repository its name in the registry, with a tag
   */
  public async take(image: string, repository: string): Promise<void> {
    const name = `${this.address}/${repository}`;
    await mustDocker(["tag", image, name]);
    this.names.push(name);
    await mustDocker(["push", "--quiet", name], { seconds: 300 });
  }

  public async stop(): Promise<void> {
    this.program.stop();
    // Some may be gone with their image.
    await docker(["image", "rm", ...this.names]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
