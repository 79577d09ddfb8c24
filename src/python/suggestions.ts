import { frameworksOf } from "../pyproject/frameworks";
import { shown } from "../values/mistake";
import type { ContainerPlan } from "./container-plan";
import { frameworkRowsBy } from "./framework-rules";
import { serverOf, serverWords } from "./server-command";

/**
 * What could be added: a worker for a queue that the project uses and that nothing empties.
 *
 * @param commands those that run anyway
 */
export function suggestions(
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
    const { name } = framework.value;
    return [
      `${framework.source} has ${name}, and no command is its worker; a service on the same image has one: container.addCommand("worker", [${words.map(shown).join(", ")}]).`,
    ];
  });
}
