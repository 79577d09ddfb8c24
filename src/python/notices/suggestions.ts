import { frameworksOf } from "../../pyproject/frameworks";
import { shown } from "../../values/mistake";
import type { ContainerPlan } from "../container-plan";
import { frameworkRowsBy } from "../program/framework-rules";
import { serversBy } from "../program/program";
import { serverOf, serverWords } from "../program/server-command";

/**
 * What a user may want to add, where the files are complete without it.
 *
 * @param commands those that run beside the app image's own
 */
export function suggestions(plan: ContainerPlan, commands: readonly (readonly string[])[]): string[] {
  return [...portOfScript(plan), ...missingWorkers(plan, commands), ...(plan.locked?.findings.advice ?? [])];
}

/** A script can start a web server, and only its author knows where it listens. */
function portOfScript({ facts, options, program }: ContainerPlan): string[] {
  if (options.command !== undefined || program.port !== undefined || program.command === undefined) return [];
  const server = serversBy(facts, options).find((each) => typeof each !== "string");
  if (server?.framework.port === undefined || server.application === undefined) return [];
  const [script] = program.command.value;
  const { target } = server.application.value;
  return [
    `The app image runs the script ${shown(script)}, and no port is known; where it serves ${server.framework.name}, set the option port, or application: ${shown(target)} to have ${server.program.command[0]} serve it.`,
  ];
}

/** A queue that nothing empties. */
function missingWorkers(
  { facts, options, program }: ContainerPlan,
  commands: readonly (readonly string[])[],
): string[] {
  const started = [program.command?.value ?? [], ...commands].map(([first]) => first);
  const workers = frameworksOf(facts, frameworkRowsBy(options)).filter(({ value }) => value.kind === "worker");
  return workers.flatMap((framework) => {
    const server = serverOf(framework, facts, undefined);
    if (typeof server === "string") return [];
    const words = serverWords(server, undefined, facts);
    if (started.includes(words[0])) return [];
    return [
      `${framework.source} has ${framework.value.name}, and no command is its worker; a service on the same image has one: container.addCommand("worker", [${words.map(shown).join(", ")}]).`,
    ];
  });
}
