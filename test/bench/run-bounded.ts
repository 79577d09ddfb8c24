import { execFile } from "node:child_process";

export interface BoundedOptions {
  readonly timeoutSeconds: number;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program and returns what it has printed.
 *
 * @throws where it fails, or runs longer than it may and is ended, with the last of what it has printed
 */
export function runBounded(command: string, args: readonly string[], options: BoundedOptions): Promise<string> {
  const { timeoutSeconds, ...rest } = options;
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { ...rest, timeout: timeoutSeconds * 1000, killSignal: "SIGKILL", maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) return resolve(stdout);
        const end = error.killed ? `was ended after ${timeoutSeconds} s` : `ended with ${error.code ?? error.signal}`;
        reject(new Error(`${command} ${end}: ${(stderr || stdout).trim().slice(-2000)}`));
      },
    );
  });
}
