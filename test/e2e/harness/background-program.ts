import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";

/** A program that runs beside the tests, and is ended by its process id. */
export class BackgroundProgram {
  /**
   * Starts it, and waits until it is ready.
   *
   * @param log the file that gets what it says
   * @throws where it is not ready after a minute
   */
  public static async start(
    command: readonly string[],
    log: string,
    isReady: () => Promise<boolean>,
  ): Promise<BackgroundProgram> {
    const output = openSync(log, "a");
    const program = new BackgroundProgram(spawn(command[0], command.slice(1), { stdio: ["ignore", output, output] }));
    for (let tries = 0; tries < 120; tries++) {
      if (await isReady()) return program;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    program.stop();
    throw new Error(`${command[0]} is not ready: see ${log}`);
  }

  private constructor(private readonly child: ChildProcess) {}

  public stop(): void {
    this.child.kill();
  }
}
