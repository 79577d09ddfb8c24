import { spawnSync } from "node:child_process";

/** How a program is run. */
export interface ToolSettings {
  readonly folder: string;
  /** After that it is ended. */
  readonly seconds: number;
  /** What its environment has besides. */
  readonly env?: NodeJS.ProcessEnv;
}

/** What a program did. */
export interface ToolRun {
  /** Undefined where it was ended, or is not there. */
  readonly exitCode?: number;
  readonly out: string;
  readonly err: string;
  /** Whether there is no such program. */
  readonly isMissing: boolean;
  /** Whether it was ended. */
  readonly isLate: boolean;
}

/** Runs a program without a shell, for a bounded time, and takes what it writes. */
export function runTool(program: string, args: readonly string[], { folder, seconds, env }: ToolSettings): ToolRun {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
    maxBuffer: 64 * 1024 * 1024,
  });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return {
    exitCode: status ?? undefined,
    out: stdout ?? "",
    err: stderr ?? "",
    isMissing: code === "ENOENT" || code === "EACCES",
    isLate: code === "ETIMEDOUT",
  };
}
