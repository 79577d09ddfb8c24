import { availableParallelism, totalmem } from "node:os";
import { runBounded } from "./run-bounded";

/** The machine that measures, as far as it tells; what is not there, such as an engine, is left out. */
export interface Machine {
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly docker?: string;
  readonly buildKit?: string;
}

export async function thisMachine(): Promise<Machine> {
  return {
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    node: process.versions.node,
    docker: await told("docker", ["version", "--format", "{{.Server.Version}}"], /^(\S+)/),
    buildKit: await told("docker", ["buildx", "inspect"], /^BuildKit(?: version)?:\s*v?(\S+)/m),
  };
}

async function told(command: string, args: readonly string[], pattern: RegExp): Promise<string | undefined> {
  try {
    return pattern.exec(await runBounded(command, args, { timeoutSeconds: 20 }))?.[1];
  } catch {
    return undefined;
  }
}
