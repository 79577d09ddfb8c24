import { spawn } from "node:child_process";

/** What a command did. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** The exit code; -1 where the command was ended because its time was over. */
  readonly exitCode: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** After that the command and all that it started are ended. */
  readonly seconds?: number;
}

/** Runs a command, bounded in time, whatever its exit code. */
export function run(command: string[], options: RunOptions = {}): Promise<Outcome> {
  const { cwd, env = process.env, seconds = 120 } = options;
  return new Promise((resolve, reject) => {
    // A group of its own: what the command starts ends with it.
    const child = spawn(command[0], command.slice(1), { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      stderr += `\nended after ${seconds} s`;
      endGroup(child.pid);
    }, seconds * 1000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", (error) => {
      clearTimeout(clock);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(clock);
      resolve({ stdout, stderr, exitCode: late ? -1 : (code ?? -1) });
    });
  });
}

/**
 * Runs a command that has to succeed.
 *
 * @throws with the end of its output where it does not
 */
export async function mustRun(command: string[], options: RunOptions = {}): Promise<Outcome> {
  const outcome = await run(command, options);
  if (outcome.exitCode !== 0) {
    const output = `${outcome.stdout}\n${outcome.stderr}`.trim().split("\n").slice(-80).join("\n");
    throw new Error(`${command.join(" ")}\nended with exit code ${outcome.exitCode}:\n${output}`);
  }
  return outcome;
}

function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // It ended by itself in between.
  }
}
