import type { ContainerPlan } from "../container-plan";
import { hasDeskDependency } from "../desk/desk-dependency";
import { environmentFolder } from "../layout";
import { besideEnvironment, type PythonProgram, pythonProgram } from "../program/python-program";
import { type Server, serverWords } from "../program/server-command";

/** Where a debugger attaches, in the container. */
export const DEBUG_PORT = 5678;

/** What a container runs that only waits. */
const WAIT = ["sleep", "infinity"];

/** What a developer's container runs: the application where it listens on a port, by a server that reloads if there is one. */
export function developmentCommand(plan: ContainerPlan): string[] {
  const { command, port } = plan.program;
  const server = developmentServer(plan);
  if (server !== undefined && reloads(plan)) {
    return [...serverWords(server, port?.value.value), ...(server.program.reload ?? [])];
  }
  if (port === undefined) return WAIT;
  if (server !== undefined) return serverWords(server, port.value.value);
  if (command === undefined) return WAIT;
  return plan.written === undefined ? besideEnvironment(command.value) : command.value;
}

/** Whether the server of development starts anew by itself when a source file changes. */
export function reloads(plan: ContainerPlan): boolean {
  return developmentServer(plan)?.program.reload !== undefined;
}

/**
 * The application under a debugger that listens; undefined where no Python program is known that could be debugged.
 *
 * debugpy takes a file or a module: the scripts of an environment are files of Python.
 */
export function debugCommand(plan: ContainerPlan): string[] | undefined {
  const debugged = debuggedProgram(plan);
  if (debugged === undefined) return undefined;
  const { interpreterOptions, kind, name, args } = debugged;
  const wait = plan.options.debugWaitsForClient ? ["--wait-for-client"] : [];
  const listen = ["--listen", `0.0.0.0:${DEBUG_PORT}`, ...wait];
  // Frozen modules have no source in which a breakpoint could be.
  const debug = ["python", "-Xfrozen_modules=off", ...interpreterOptions, "-m", "debugpy", ...listen];
  if (kind === "module") return [...debug, "-m", name, ...args];
  if (kind === "file") return [...debug, name, ...args];
  if (plan.written === undefined) return [...debug, `${environmentFolder(plan)}/bin/${name}`, ...args];
  // A stage that people write may have its environment anywhere: the shell finds the script by the PATH.
  return ["sh", "-c", `exec ${debug.join(" ")} "$(command -v "$0")" "$@"`, name, ...args];
}

/** Whether there is something to debug, and a debugger. */
export function canDebug(plan: ContainerPlan): boolean {
  return debuggedProgram(plan) !== undefined && hasDeskDependency(plan.facts, "debugpy");
}

function debuggedProgram(plan: ContainerPlan): PythonProgram | undefined {
  const server = developmentServer(plan);
  if (server === undefined) return pythonProgram(plan.program.command?.value ?? []);
  const { debug = [], isNative = false } = server.program;
  return isNative ? undefined : pythonProgram([...serverWords(server, plan.program.port?.value.value), ...debug]);
}

/** The server of the application, or the one that takes its place in development. */
function developmentServer(plan: ContainerPlan): Server | undefined {
  const { server } = plan.program;
  if (server === undefined) return undefined;
  const own = server.framework.development;
  const fits =
    own !== undefined &&
    own.application === server.program.application &&
    (own.needsFile === undefined || plan.hasFile(own.needsFile));
  return { ...server, program: fits ? own : (server.program.development ?? server.program) };
}
