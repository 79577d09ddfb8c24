import { mustRun, type Outcome, type RunOptions, run } from "./run";

/** Whether a Docker engine answers. */
export async function engineAnswers(): Promise<boolean> {
  const { exitCode } = await run(["docker", "info"], { seconds: 20 }).catch(() => ({ exitCode: -1 }));
  return exitCode === 0;
}

/** Runs docker, whatever its exit code. */
export function docker(words: string[], options: RunOptions = {}): Promise<Outcome> {
  return run(["docker", ...words], options);
}

/** Runs docker, which has to succeed; its standard output, trimmed. */
export async function mustDocker(words: string[], options: RunOptions = {}): Promise<string> {
  return (await mustRun(["docker", ...words], options)).stdout.trim();
}
